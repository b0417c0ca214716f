package org.attune.stages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.access.Hat;

/**
 * The stages of one version, or of a draft, in their order: first the path, then those beside it.
 *
 * @param version 0 for a draft
 */
public record Definition(int version, List<Stage> stages) {

    static final int DRAFT = 0;

    public Definition {
        stages =
                stages.stream().sorted(Comparator.comparingInt(Stage::position)).toList();
    }

    /** Numbered anew in this order. */
    static Definition inOrder(int version, List<Stage> stages) {
        List<Stage> all = new ArrayList<>();
        Stream.concat(
                        stages.stream().filter(stage -> !stage.aside()),
                        stages.stream().filter(Stage::aside))
                .forEach(stage -> all.add(stage.at(all.size() + 1)));
        return new Definition(version, all);
    }

    public Optional<Stage> stage(String key) {
        return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
    }

    /** From the first to the furthest. */
    public List<Stage> path() {
        return stages.stream().filter(stage -> !stage.aside()).toList();
    }

    public List<Stage> beside() {
        return stages.stream().filter(Stage::aside).toList();
    }

    List<String> keys() {
        return stages.stream().map(Stage::key).toList();
    }

    /** The first stage on the path that is this hat's work. */
    Optional<Stage> first(Hat hat) {
        return path().stream().filter(stage -> stage.hat() == hat).findFirst();
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
