package org.attune.stages;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.stages.StageDraft.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The steps of the one draft: each is the whole of the stages as somebody left them, and brings along what it was made on. */
@Component
class DraftSteps {

    private static final String VERSION = "v";

    private final DraftRows rows;
    private final DefinitionRows definitions;
    private final Clock clock;

    DraftSteps(DraftRows rows, DefinitionRows definitions, Clock clock) {
        this.rows = rows;
        this.definitions = definitions;
        this.clock = clock;
    }

    /** The draft, or the stages as they are where there is none. */
    StageDraft current() {
        return rows.last().map(DraftSteps::draft).orElseGet(() -> {
            Definition inForce = definitions.inForce();
            return new StageDraft(
                    null, VERSION + inForce.version(), inForce.version(), null, inForce, Map.of(), null, null);
        });
    }

    /** What becomes of the draft, from what the form was opened on and what it is now. */
    interface Change {
        Content make(Content seen, Content now);
    }

    /**
     * Takes the next step, once for each id.
     *
     * @param seen what the form was opened on
     */
    StageDraft change(Viewer viewer, UUID id, String seen, Change change) {
        return change(viewer, id, seen, null, change);
    }

    StageDraft change(Viewer viewer, UUID id, String seen, @Nullable Integer restores, Change change) {
        Optional<DraftRows.Step> done = rows.step(id);
        if (done.isPresent()) {
            return repeated(done.get(), change, seen(seen));
        }
        DraftRows.Step last = rows.last().orElse(null);
        Content now = last == null ? Content.of(definitions.inForce()) : last.content();
        Content becomes = change.make(seen(seen), now);
        if (becomes.equals(now)) {
            return current();
        }
        try {
            UUID draft = last == null ? begin(viewer, restores) : last.draft();
            int number = last == null ? 2 : last.number() + 1;
            rows.add(draft, id, number, becomes, viewer, clock.instant());
        } catch (DuplicateKeyException meanwhile) {
            throw new ChangedMeanwhile(now.names(), becomes.names());
        }
        return current();
    }

    /** The same once more is done already; something else under the same id is not. */
    private StageDraft repeated(DraftRows.Step done, Change change, Content seen) {
        Content before = rows.before(done).map(DraftRows.Step::content).orElse(done.content());
        Content again = change.make(seen, before);
        if (!again.equals(done.content())) {
            throw new ChangedMeanwhile(done.content().names(), again.names());
        }
        return current();
    }

    /** The first step is how things were, so that the second can be taken back. */
    private UUID begin(Viewer viewer, @Nullable Integer restores) {
        Definition inForce = definitions.inForce();
        UUID draft = Ids.next();
        rows.begin(draft, inForce.version(), restores, viewer, clock.instant());
        rows.add(draft, Ids.next(), 1, Content.of(inForce), viewer, clock.instant());
        return draft;
    }

    /** What a form was opened on: a step of a draft, or a version. */
    private Content seen(String seen) {
        try {
            return seen.startsWith(VERSION)
                    ? Content.of(definitions.version(Integer.parseInt(seen.substring(1))))
                    : rows.step(UUID.fromString(seen))
                            .map(DraftRows.Step::content)
                            .orElseThrow(() -> new NotSeen("step " + seen));
        } catch (IllegalArgumentException nonsense) {
            throw new NotSeen("step " + seen);
        }
    }

    private static StageDraft draft(DraftRows.Step step) {
        return new StageDraft(
                step.draft(),
                step.id().toString(),
                step.basedOn(),
                step.restores(),
                step.content().definition(),
                step.content().goesTo(),
                step.by(),
                step.at());
    }
}
