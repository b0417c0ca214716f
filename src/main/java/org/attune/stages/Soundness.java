package org.attune.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.access.Hat;
import org.attune.stages.StageDraft.Content;
import org.springframework.stereotype.Component;

/** Whether stages can be kept in a draft, and whether a draft can be published. */
@Component
class Soundness {

    /** As many as there are colours. */
    static final int MOST_STAGES = Colour.values().length;

    private final Catalogue catalogue;

    Soundness(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What keeps a stage from being described like this. */
    List<Problem> of(Stage stage, Definition among) {
        List<Problem> problems = new ArrayList<>(StageRules.of(stage, among));
        problems.addAll(AskRules.of(stage, catalogue));
        Definition becomes = new Definition(
                Definition.DRAFT,
                among.stages().stream()
                        .map(other -> other.key().equals(stage.key()) ? stage : other)
                        .toList());
        for (Hat hat : Hat.values()) {
            if (becomes.first(hat).isEmpty() && among.first(hat).isPresent()) {
                problems.add(Problem.of(stage.key(), "hat", "stages.draft.hat.last"));
            }
        }
        return problems;
    }

    /** What keeps a draft from being published; every part of it is looked at again. */
    List<Problem> of(Content content, Definition inForce) {
        Definition draft = content.definition();
        List<Problem> problems = new ArrayList<>();
        draft.stages().forEach(stage -> {
            problems.addAll(of(stage, draft));
            problems.addAll(AskRules.wayIn(stage));
        });
        problems.addAll(hats(draft));
        problems.addAll(ways(content, inForce));
        return problems;
    }

    private static List<Problem> hats(Definition draft) {
        List<Problem> problems = new ArrayList<>();
        for (Hat hat : Hat.values()) {
            if (draft.first(hat).isEmpty()) {
                problems.add(Problem.of("", "hat", "stages.draft.hat.none"));
            }
        }
        return problems;
    }

    /** Everybody has somewhere to go, and that is still there. */
    private static List<Problem> ways(Content content, Definition inForce) {
        Definition draft = content.definition();
        List<Problem> problems = new ArrayList<>();
        for (Stage gone : inForce.stages()) {
            if (draft.stage(gone.key()).isPresent()) {
                continue;
            }
            String to = content.goesTo().get(gone.key());
            if (gone.needed()) {
                problems.add(Problem.of(gone.key(), "to", "stages.retire.needed", gone.name()));
            } else if (to == null) {
                problems.add(Problem.of(gone.key(), "to", "stages.retire.where", gone.name()));
            } else if (draft.stage(to).isEmpty() || to.equals(Stage.NOT_NOW)) {
                problems.add(Problem.of(gone.key(), "to", "stages.retire.gone", gone.name()));
            }
        }
        return problems;
    }

    /** Where people of a stage may be sent. */
    static List<Stage> ways(Definition draft, Map<String, String> goesTo, String from) {
        return draft.stages().stream()
                .filter(stage -> !stage.key().equals(from) && !goesTo.containsKey(stage.key()))
                .filter(stage -> !stage.key().equals(Stage.NOT_NOW))
                .toList();
    }
}
