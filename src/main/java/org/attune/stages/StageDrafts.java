package org.attune.stages;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.stages.StageDraft.Content;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one draft of the stages that all admins share: begun with the first change, taken back step by step, thrown away and taken
 * up again. Nothing in it counts before it is published.
 */
@Component
@Transactional
public class StageDrafts {

    private final DraftSteps steps;
    private final DraftRows rows;
    private final DefinitionRows definitions;
    private final Soundness soundness;
    private final Clock clock;

    StageDrafts(DraftSteps steps, DraftRows rows, DefinitionRows definitions, Soundness soundness, Clock clock) {
        this.steps = steps;
        this.rows = rows;
        this.definitions = definitions;
        this.soundness = soundness;
        this.clock = clock;
    }

    /** The draft, or the stages as they are where there is none. */
    @Transactional(readOnly = true)
    public StageDraft current() {
        return steps.current();
    }

    @Transactional(readOnly = true)
    public Definition inForce() {
        return definitions.inForce();
    }

    /** Where the people of a stage may be sent. */
    @Transactional(readOnly = true)
    public List<Stage> ways(String from) {
        StageDraft draft = current();
        return Soundness.ways(draft.definition(), draft.goesTo(), from);
    }

    /** What keeps the draft from being published. */
    @Transactional(readOnly = true)
    public List<Problem> problems() {
        return rows.last()
                .map(step -> soundness.of(step.content(), definitions.inForce()))
                .orElse(List.of());
    }

    /** Brings an earlier version back as a draft, in place of the draft there is, which can be had back by undoing. */
    public StageDraft restore(Viewer viewer, UUID id, String seen, int version) {
        Definition earlier = definitions.version(version);
        Definition inForce = definitions.inForce();
        return steps.change(viewer, id, seen, version, (before, now) -> {
            if (!before.equals(now)) {
                throw new ChangedMeanwhile(now.names(), before.names());
            }
            Map<String, String> kept = new HashMap<>(now.goesTo());
            kept.keySet()
                    .removeIf(key -> earlier.stage(key).isPresent()
                            || inForce.stage(key).isEmpty()
                            || earlier.stage(Objects.requireNonNull(now.goesTo().get(key)))
                                    .isEmpty());
            return new Content(earlier.stages(), kept);
        });
    }

    /** Takes the last step back; that is a step too. */
    public StageDraft undo(Viewer viewer, UUID step) {
        DraftRows.Step last = rows.last().orElseThrow(() -> new NotSeen("draft"));
        DraftRows.Step before = rows.before(last).orElse(null);
        if (!last.id().equals(step) || before == null) {
            throw new ChangedMeanwhile(last.content().names(), "–");
        }
        return steps.change(viewer, Ids.next(), last.id().toString(), (seen, now) -> before.content());
    }

    /** Throws the draft away; {@link #takeUp} has it back. */
    public void discard(Viewer viewer, UUID draft, String seen) {
        DraftRows.Step last = rows.last().orElse(null);
        if (last == null || !last.draft().equals(draft)) {
            return; // done already
        }
        if (!last.id().toString().equals(seen)) {
            throw new ChangedMeanwhile(last.content().names(), "–");
        }
        rows.end(draft, null, viewer, clock.instant());
    }

    /** Has a draft back that was thrown away, unless there is another or other stages are in force. */
    public void takeUp(Viewer viewer, UUID draft) {
        boolean open = rows.last().map(last -> last.draft().equals(draft)).orElse(false);
        if (!open && !rows.takeUp(draft)) {
            throw new ChangedMeanwhile(Content.of(current().definition()).names(), "–");
        }
    }
}
