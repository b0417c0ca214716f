package org.attune.stages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.stages.StageDraft.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What admins change about stages, in the draft that they share. Every change brings along what it was made on, and is taken only
 * where that part of the draft is still the same.
 */
@Component
@Transactional
public class StageChanges {

    private final DraftSteps steps;
    private final DraftRows rows;
    private final DefinitionRows definitions;
    private final Soundness soundness;

    StageChanges(DraftSteps steps, DraftRows rows, DefinitionRows definitions, Soundness soundness) {
        this.steps = steps;
        this.rows = rows;
        this.definitions = definitions;
        this.soundness = soundness;
    }

    /**
     * Describes a stage anew.
     *
     * @throws Unsound when something about it is wrong
     * @throws StageChanged when somebody else changed it meanwhile
     */
    public StageDraft save(Viewer viewer, SaveStage save) {
        return steps.change(viewer, save.id(), save.seen(), (seen, now) -> {
            Stage stage = now.definition().stage(save.stage().key()).orElse(null);
            Stage before = seen.definition().stage(save.stage().key()).orElse(null);
            if (stage == null || (!stage.at(0).equals(save.stage().at(0)) && !save.anyway() && !same(before, stage))) {
                throw new StageChanged(steps.current(), save.stage().key());
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
            return newest(done.get(), name);
        }
        steps.change(viewer, id, steps.current().seen(), (seen, now) -> {
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
        return definitions.wasEver(key)
                || steps.current().definition().stage(key).isPresent();
    }

    /** The one that step added, if it is called like this. */
    private String newest(DraftRows.Step done, String name) {
        Set<String> before = rows.before(done)
                .map(step -> Set.copyOf(step.content().definition().keys()))
                .orElse(Set.of());
        Stage added = done.content().stages().stream()
                .filter(stage -> !before.contains(stage.key()))
                .findFirst()
                .orElseThrow(() -> new ChangedMeanwhile(done.content().names(), name));
        if (!added.name().equals(name)) {
            throw new ChangedMeanwhile(added.name(), name);
        }
        return added.key();
    }

    /**
     * Puts a stage to another place among those of its kind.
     *
     * @param place 1 for the first
     */
    public StageDraft place(Viewer viewer, UUID id, String seen, String key, int place) {
        return steps.change(viewer, id, seen, (before, now) -> {
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
        return steps.change(viewer, id, seen, (before, now) -> {
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
        return steps.change(viewer, id, seen, (before, now) -> {
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

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Unsound(problems);
        }
    }
}
