package org.attune.demo;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.attune.promises.Side;

/** What we and they undertake to do, and what became of it. */
@DemoOnly
class PromiseScenes implements Scenes {

    private final Promises promises;

    PromiseScenes(Promises promises) {
        this.promises = promises;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of(
                "promise", cue -> promise(cue, false),
                "next", cue -> promise(cue, true),
                "kept", cue -> then(cue, promises::keep),
                "broken", cue -> then(cue, promises::giveUp),
                "moved", this::moved);
    }

    /** As in {@code promise us to aisha due -3 as report = Send the clinic report}. */
    private void promise(Cue cue, boolean nextStep) {
        Side side = cue.phrase().one(Side.class);
        String name = cue.phrase().after("as");
        Cast.Known contact = cue.contact();
        Viewer viewer = cue.viewer(contact);
        PromiseId id = new PromiseId(Ids.next());
        ConversationId talk = cue.talk() == null ? null : cue.talk().id();
        UserId promiser = side == Side.US ? viewer.id() : null;
        promises.make(
                viewer,
                new MakePromise(
                        id,
                        contact.id(),
                        side,
                        promiser,
                        cue.phrase().needsText(),
                        cue.needsDayAfter("due"),
                        nextStep,
                        cue.turn(),
                        talk));
        if (name != null) {
            cue.cast().promises.put(cue.line(), name, id);
            cue.cast().answerable.put(cue.line(), name, viewer);
        }
    }

    private void moved(Cue cue) {
        var day = cue.needsDayAfter("due");
        then(cue, (viewer, id) -> promises.moveTo(viewer, id, day));
    }

    private static void then(Cue cue, BiConsumer<Viewer, PromiseId> outcome) {
        String name = cue.phrase().next("a promise");
        outcome.accept(
                cue.cast().answerable.get(cue.line(), name), cue.cast().promises.get(cue.line(), name));
    }
}
