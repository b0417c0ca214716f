package org.attune.stages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.people.ContactSight;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where contacts stand on the way from first words to friendship, what the next stage asks from their side, and every
 * move. Moves are suggested, never made by themselves. A contact who was never heard is not on the path yet.
 */
@Component
@Transactional
public class Stages {

    private static final int MOVES = 100;

    private final ContactSight sight;
    private final StageRows rows;
    private final DefinitionRows definitions;
    private final EntryChecks checks;
    private final Moves moves;
    private final WorthAsking asking;
    private final JdbcClient jdbc;
    private final Clock clock;

    Stages(
            ContactSight sight,
            StageRows rows,
            DefinitionRows definitions,
            EntryChecks checks,
            Moves moves,
            WorthAsking asking,
            JdbcClient jdbc,
            Clock clock) {
        this.sight = sight;
        this.rows = rows;
        this.definitions = definitions;
        this.checks = checks;
        this.moves = moves;
        this.asking = asking;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All stages of today's definition in their order, those beside the path last: for filters and pickers. */
    @Transactional(readOnly = true)
    public List<Stage> all() {
        return definitions.inForce().stages();
    }

    /**
     * The stage somebody is in; none before they are on the path.
     *
     * @throws NotSeen when the viewer may not see the contact
     */
    @Transactional(readOnly = true)
    public Optional<Stage> current(Viewer viewer, ContactId contact) {
        sight.seen(viewer, contact);
        String key = rows.standing(contact).stage();
        return key == null ? Optional.empty() : definitions.inForce().stage(key);
    }

    /**
     * The way somebody has come and what comes next, with the evidence.
     *
     * @throws NotSeen when the viewer may not see the contact
     */
    @Transactional(readOnly = true)
    public PathView path(Viewer viewer, ContactId contact) {
        ContactName name = sight.seen(viewer, contact);
        Definition definition = definitions.inForce();
        Standing standing = rows.standing(contact);
        Criteria criteria = checks.answer(viewer, definition, contact);
        Stage suggested = new MoveRule(definition, standing, criteria).suggested(today(viewer));
        PathDrawing drawing = new PathDrawing(definition, standing, criteria);
        PathView.Next next = drawing.next(suggested);
        return new PathView(
                name,
                drawing.now(),
                standing.since(),
                standing.until(),
                standing.move(),
                drawing.lingers(today(viewer), viewer.zone()),
                drawing.steps(next),
                next,
                suggested,
                drawing.back(),
                drawing.beside(),
                asking(viewer, contact, standing.stage()),
                Ids.next(),
                sight.tends(viewer, contact));
    }

    private List<String> asking(Viewer viewer, ContactId contact, @Nullable String stage) {
        return stage == null
                ? List.of()
                : asking.of(stage, sight.speaks(viewer, contact).orElse(null));
    }

    /** The stages worth moving these people to, for those who have one; nothing about people the viewer may not see. */
    @Transactional(readOnly = true)
    public Map<ContactId, Stage> suggested(Viewer viewer, List<ContactId> contacts) {
        List<ContactId> seen = among("seen_contact", viewer, contacts);
        Definition definition = definitions.inForce();
        Map<ContactId, Standing> standings = rows.standings(seen);
        Map<ContactId, Stage> suggestions = new LinkedHashMap<>();
        checks.answer(viewer, definition, seen).forEach((contact, criteria) -> {
            Standing standing = standings.getOrDefault(contact, Standing.NOWHERE);
            Stage stage = new MoveRule(definition, standing, criteria).suggested(today(viewer));
            if (stage != null) {
                suggestions.put(contact, stage);
            }
        });
        return suggestions;
    }

    /**
     * Moves somebody. Back and aside are free; forward needs what the stage asks for, or a reason where that is allowed.
     *
     * @return the move, whose id takes it back
     * @throws NotSeen when the viewer does not work with the contact
     * @throws RuleRefused when something is missing
     */
    public MoveView move(Viewer viewer, MoveContact move) {
        sight.tended(viewer, move.contact());
        return rows.view(moves.make(viewer, move).id());
    }

    /**
     * Takes the last move back, as long as it is the last one.
     *
     * @throws NotSeen when there is no such move, or the viewer does not work with the contact
     */
    public MoveView takeBack(Viewer viewer, ContactId contact, UUID move) {
        sight.tended(viewer, contact);
        StageRows.Move last = rows.move(move)
                .filter(found -> found.contact().equals(contact))
                .orElseThrow(() -> new NotSeen("move " + move));
        return rows.view(moves.reverse(viewer, last).id());
    }

    /**
     * Puts somebody where an import says they stand, without asking for anything; who has a stage keeps it.
     *
     * @param id made beforehand, so that a repeat is no second placing
     */
    public void placeAsImported(Viewer viewer, UUID id, ContactId contact, String stage, Instant since) {
        sight.tended(viewer, contact);
        moves.place(viewer, id, contact, stage, since);
    }

    /** Every move somebody made, the newest first. */
    @Transactional(readOnly = true)
    public List<MoveView> moves(Viewer viewer, ContactId contact) {
        sight.seen(viewer, contact);
        return rows.moves(contact, MOVES);
    }

    private List<ContactId> among(String sight, Viewer viewer, List<ContactId> contacts) {
        return jdbc.sql("select id from %s(:viewer) where id = any (:ids::uuid[])".formatted(sight))
                .param("viewer", viewer.uuid())
                .param("ids", contacts.stream().map(ContactId::value).toArray(UUID[]::new))
                .query((row, n) -> new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))))
                .list();
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
