package org.attune.stages;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.attune.stages.StageRows.Move;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes moves and takes them back; each is kept with what stood there at that moment. */
@Component
class Moves {

    private final StageRows rows;
    private final DefinitionRows definitions;
    private final EntryChecks checks;
    private final Clock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Moves(
            StageRows rows,
            DefinitionRows definitions,
            EntryChecks checks,
            Clock clock,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.definitions = definitions;
        this.checks = checks;
        this.clock = clock;
        this.json = json;
        this.events = events;
    }

    Move make(Viewer viewer, MoveContact wanted) {
        rows.takeTurns(wanted.contact());
        Move before = rows.move(wanted.id()).orElse(null);
        if (before != null) {
            return same(before, wanted);
        }
        Definition definition = definitions.held();
        Standing standing = rows.standing(wanted.contact());
        Stage to = definition.stage(wanted.to()).orElseThrow(() -> new RuleRefused("stages.move.unknown", "to"));
        if (!Objects.equals(standing.move(), wanted.after())) {
            throw new ChangedMeanwhile(named(definition, standing.stage()), to.name());
        }
        Criteria criteria = checks.answer(viewer, definition, wanted.contact());
        How how = new MoveRule(definition, standing, criteria)
                .judge(
                        to,
                        wanted.reason(),
                        wanted.until(),
                        clock.instant().atZone(viewer.zone()).toLocalDate());
        Move move = new Move(
                wanted.id(),
                wanted.contact(),
                standing.stage(),
                to.key(),
                definition.version(),
                clock.instant(),
                viewer.uuid(),
                how,
                to.key().equals(Stage.NOT_NOW) ? wanted.until() : null,
                wanted.reason(),
                evidence(criteria.of(to.key())));
        return kept(move, move.at());
    }

    /** Puts somebody where an import says they stand; they keep the stage they have. */
    void place(Viewer viewer, UUID id, ContactId contact, String stage, Instant at) {
        rows.takeTurns(contact);
        Definition definition = definitions.held();
        Standing standing = rows.standing(contact);
        Stage to = definition.stage(stage).orElseThrow(() -> new RuleRefused("stages.move.unknown", "stage"));
        if (rows.move(id).isEmpty() && standing.stage() == null && !to.aside()) {
            kept(
                    new Move(
                            id,
                            contact,
                            null,
                            to.key(),
                            definition.version(),
                            at,
                            viewer.uuid(),
                            How.IMPORTED,
                            null,
                            null,
                            "[]"),
                    at);
        }
    }

    /** Puts things back as they were before their last move; taking back is a move of its own. */
    Move reverse(Viewer viewer, Move last) {
        rows.takeTurns(last.contact());
        Definition definition = definitions.held();
        Standing standing = rows.standing(last.contact());
        boolean gone = last.from() != null && definition.stage(last.from()).isEmpty();
        if (gone || !last.id().equals(standing.move())) {
            throw new ChangedMeanwhile(named(definition, standing.stage()), named(definition, last.from()));
        }
        Move former = rows.before(last).orElse(null);
        Move back = new Move(
                Ids.next(),
                last.contact(),
                last.to(),
                last.from(),
                definition.version(),
                clock.instant(),
                viewer.uuid(),
                How.BACK,
                former == null ? null : former.until(),
                null,
                "[]");
        return kept(back, former == null ? back.at() : former.at());
    }

    private Move kept(Move move, Instant since) {
        rows.keep(move);
        if (move.to() == null) {
            rows.leavePath(move.contact());
        } else {
            rows.stand(move, since);
        }
        events.publishEvent(ContactChanged.of(move.contact()));
        return move;
    }

    private static Move same(Move before, MoveContact wanted) {
        boolean same = before.contact().equals(wanted.contact())
                && wanted.to().equals(before.to())
                && Objects.equals(before.reason(), wanted.reason())
                && (before.until() == null || before.until().equals(wanted.until()));
        if (!same) {
            throw new ChangedMeanwhile(
                    told(before.to(), before.reason(), before.until()),
                    told(wanted.to(), wanted.reason(), wanted.until()));
        }
        return before;
    }

    private static String told(@Nullable Object... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static String named(Definition definition, @Nullable String key) {
        return key == null ? "–" : definition.stage(key).map(Stage::name).orElse(key);
    }

    /** Identifiers and days only: no word a person said, so that nothing is left here when their words are erased. */
    private String evidence(List<CriterionView> criteria) {
        return json.writeValueAsString(criteria.stream().map(Moves::kept).toList());
    }

    private static Map<String, Object> kept(CriterionView criterion) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("check", criterion.check());
        kept.put("n", criterion.n());
        if (criterion.days() != null) {
            kept.put("days", criterion.days());
        }
        kept.put("met", criterion.met());
        kept.put("stands_on", criterion.evidence().stream().map(Moves::kept).toList());
        return kept;
    }

    private static Map<String, Object> kept(EvidenceView piece) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("at", piece.at().toString());
        if (piece.turn() != null) {
            kept.put("turn", piece.turn().toString());
        }
        return kept;
    }
}
