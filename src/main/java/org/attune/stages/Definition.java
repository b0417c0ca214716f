package org.attune.stages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One published version of the stages, in their order. */
record Definition(int version, List<Stage> stages) {

    Definition {
        stages =
                stages.stream().sorted(Comparator.comparingInt(Stage::position)).toList();
    }

    Optional<Stage> stage(String key) {
        return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
    }

    /** From the first to the furthest. */
    List<Stage> path() {
        return stages.stream().filter(stage -> !stage.aside()).toList();
    }

    List<Stage> beside() {
        return stages.stream().filter(Stage::aside).toList();
    }

    /** The stage after this place on the path; the first for somebody who is not on it yet. */
    Optional<Stage> after(int position) {
        return path().stream().filter(stage -> stage.position() > position).findFirst();
    }

    /** The furthest stage that got all it asks for. */
    Optional<Stage> furthest(Criteria criteria) {
        return path().stream().filter(stage -> stage.isMetBy(criteria)).reduce((nearer, further) -> further);
    }
}
