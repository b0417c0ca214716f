package org.attune.stages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.stages.StageDraft.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one draft of the stages that all admins share. Nothing in it counts before it is published. Every change brings along what
 * it was made on, and is taken only where that part of the draft is still the same.
 */
@Component
@Transactional
public class StageDrafts {

    private static final String VERSION = "v";

    private final DraftRows rows;
    private final DefinitionRows definitions;
    private final Soundness soundness;
    private final Clock clock;

    StageDrafts(DraftRows rows, DefinitionRows definitions, Soundness soundness, Clock clock) {
        this.rows = rows;
        this.definitions = definitions;
        this.soundness = soundness;
        this.clock = clock;
    }

    /** The draft, or the stages as they are where there is none. */
    @Transactional(readOnly = true)
    public StageDraft current() {
        return rows.last().map(StageDrafts::draft).orElseGet(() -> {
            Definition inForce = definitions.inForce();
            return new StageDraft(
                    null, VERSION + inForce.version(), inForce.version(), null, inForce, Map.of(), null, null);
        });
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

    /**
     * Describes a stage anew.
     *
     * @throws Unsound when something about it is wrong
     * @throws StageChanged when somebody else changed it meanwhile
     */
    public StageDraft save(Viewer viewer, SaveStage save) {
        return change(viewer, save.id(), save.seen(), (seen, now) -> {
            Stage stage = now.definition().stage(save.stage().key()).orElse(null);
            Stage before = seen.definition().stage(save.stage().key()).orElse(null);
            if (stage == null || (!stage.at(0).equals(save.stage().at(0)) && !save.anyway() && !same(before, stage))) {
                throw new StageChanged(current(), save.stage().key());
            }
            refuse(soundness.of(save.stage(), now.definition()));
            return now.with(now.stages().stream()
                    .map(other -> other.key().equals(stage.key()) ? save.stage().at(other.position()) : other)
                    .toList());
        });
    }

    private static boolean same(@Nullable Stage before, Stage now) {
        return before != null && before.at(0).equals(now.at(0));
    }

    /**
     * Adds a stage at the end of the path, or beside it.
     *
     * @param hat none beside the path
     * @return its key
     */
    public String add(Viewer viewer, UUID id, String name, @Nullable Hat hat) {
        String key = StageKeys.of(name, this::isTaken);
        Optional<DraftRows.Step> done = rows.step(id);
        if (done.isPresent()) {
            return newest(done.get().content(), name);
        }
        change(viewer, id, current().seen(), (seen, now) -> {
            Colour free = StageKeys.freeColour(now.stages())
                    .orElseThrow(() -> new RuleRefused("stages.draft.many", "name", Soundness.MOST_STAGES));
            Stage stage = new Stage(key, name, free, hat, 99, name, null, null, null, Ask.allOf(List.of()), true);
            refuse(StageRules.of(stage, now.definition()).stream()
                    .filter(problem -> problem.field().equals("name")) // all else is ours, or follows from it
                    .toList());
            List<Stage> stages = new ArrayList<>(now.stages());
            stages.add(stage);
            return now.with(stages);
        });
        return key;
    }

    private boolean isTaken(String key) {
        return definitions.wasEver(key) || current().definition().stage(key).isPresent();
    }

    private static String newest(Content content, String name) {
        return content.stages().stream()
                .filter(stage -> stage.name().equals(name))
                .map(Stage::key)
                .findFirst()
                .orElseThrow(() -> new ChangedMeanwhile("–", name));
    }

    /**
     * Puts a stage to another place among those of its kind.
     *
     * @param place 1 for the first
     */
    public StageDraft place(Viewer viewer, UUID id, String seen, String key, int place) {
        return change(viewer, id, seen, (before, now) -> {
            if (!before.definition().keys().equals(now.definition().keys())) {
                throw new ChangedMeanwhile(now.names(), before.names());
            }
            Stage stage = now.definition().stage(key).orElseThrow(() -> new NotSeen("stage " + key));
            List<Stage> kind = new ArrayList<>(now.definition().stages().stream()
                    .filter(other -> other.aside() == stage.aside())
                    .toList());
            kind.remove(stage);
            kind.add(Math.max(0, Math.min(kind.size(), place - 1)), stage);
            now.definition().stages().stream()
                    .filter(other -> other.aside() != stage.aside())
                    .forEach(kind::add);
            return now.with(kind);
        });
    }

    /**
     * Takes a stage out. Where anybody may stand in it, it has to be said where they go; they go there when the draft is
     * published, not before.
     *
     * @param to the key of another stage; none for a stage that was never published
     */
    public StageDraft retire(Viewer viewer, UUID id, String seen, String key, @Nullable String to) {
        return change(viewer, id, seen, (before, now) -> {
            Definition inForce = definitions.inForce();
            Stage stage = now.definition()
                    .stage(key)
                    .or(() -> inForce.stage(key))
                    .orElseThrow(() -> new NotSeen("stage " + key));
            refuseRetiring(stage, now, to, inForce.stage(key).isPresent());
            Map<String, String> goesTo = new HashMap<>(now.goesTo());
            if (to != null && inForce.stage(key).isPresent()) {
                goesTo.put(key, to);
            }
            return new Content(
                    Definition.inOrder(
                                    Definition.DRAFT,
                                    now.stages().stream()
                                            .filter(other -> !other.key().equals(key))
                                            .toList())
                            .stages(),
                    goesTo);
        });
    }

    private static void refuseRetiring(Stage stage, Content now, @Nullable String to, boolean published) {
        if (stage.needed()) {
            throw new RuleRefused("stages.retire.needed", "to", stage.name());
        }
        long ofThisHat = now.definition().path().stream()
                .filter(other -> other.hat() == stage.hat() && !other.key().equals(stage.key()))
                .count();
        if (!stage.aside() && ofThisHat == 0) {
            throw new RuleRefused("stages.retire.last", "to", stage.name());
        }
        boolean there = to != null
                && Soundness.ways(now.definition(), now.goesTo(), stage.key()).stream()
                        .anyMatch(way -> way.key().equals(to));
        if (published && !there) {
            throw new RuleRefused("stages.retire.where", "to", stage.name());
        }
    }

    /** Puts back a stage that is in force and was taken out of the draft, as it is in force. */
    public StageDraft putBack(Viewer viewer, UUID id, String seen, String key) {
        return change(viewer, id, seen, (before, now) -> {
            Stage stage = definitions.inForce().stage(key).orElseThrow(() -> new NotSeen("stage " + key));
            if (now.definition().stage(key).isPresent()) {
                return now;
            }
            boolean taken = now.stages().stream().anyMatch(other -> other.colour() == stage.colour());
            Stage back = taken ? StageKeys.recoloured(stage, now.stages()) : stage;
            for (Problem problem : StageRules.of(back, now.definition())) {
                throw new RuleRefused(
                        problem.messageKey(), null, problem.arguments().toArray());
            }
            List<Stage> stages = new ArrayList<>(now.stages());
            stages.add(Math.min(stages.size(), stage.position() - 1), back);
            Map<String, String> goesTo = new HashMap<>(now.goesTo());
            goesTo.remove(key);
            return new Content(Definition.inOrder(Definition.DRAFT, stages).stages(), goesTo);
        });
    }

    /** Brings an earlier version back as a draft, in place of the draft there is, which can be had back by undoing. */
    public StageDraft restore(Viewer viewer, UUID id, String seen, int version) {
        Definition earlier = definitions.version(version);
        Definition inForce = definitions.inForce();
        return change(viewer, id, seen, version, (before, now) -> {
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
        return change(viewer, Ids.next(), last.id().toString(), (seen, now) -> before.content());
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

    private interface Change {
        Content make(Content seen, Content now);
    }

    private StageDraft change(Viewer viewer, UUID id, String seen, Change change) {
        return change(viewer, id, seen, null, change);
    }

    private StageDraft change(Viewer viewer, UUID id, String seen, @Nullable Integer restores, Change change) {
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

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Unsound(problems);
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
