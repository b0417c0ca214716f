package org.attune.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.stages.MoveContact;
import org.attune.stages.MoveView;
import org.attune.stages.Stages;
import org.jspecify.annotations.Nullable;

/** Where somebody stands on the way, and every step of it. */
@DemoOnly
class StageScenes implements Scenes {

    private final Stages stages;

    StageScenes(Stages stages) {
        this.stages = stages;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of("stage", this::stage, "imported", this::imported);
    }

    /** As in {@code stage helen weighing}; more than one stage is one step after the other. */
    private void stage(Cue cue) {
        LocalDate until = cue.dayAfter("until");
        Cast.Known contact = cue.contact();
        Viewer viewer = cue.viewer(contact);
        for (String stage : cue.phrase().others()) {
            UUID after = last(viewer, contact);
            stages.move(
                    viewer,
                    new MoveContact(
                            Ids.next(), contact.id(), stage, after, cue.phrase().text(), until));
        }
    }

    private @Nullable UUID last(Viewer viewer, Cast.Known contact) {
        List<MoveView> moves = stages.moves(viewer, contact.id());
        return moves.isEmpty() ? null : moves.get(0).id();
    }

    private void imported(Cue cue) {
        Cast.Known contact = cue.contact();
        stages.placeAsImported(
                cue.viewer(contact),
                Ids.next(),
                contact.id(),
                cue.phrase().next("a stage"),
                cue.cast().now());
    }
}
