package org.attune.demo;

import java.util.Map;
import java.util.function.Consumer;
import org.attune.conversations.CloseConversation;
import org.attune.conversations.Conversations;
import org.attune.conversations.Outcome;
import org.attune.conversations.TalkedMore;
import org.jspecify.annotations.Nullable;

/** How conversations end, rest, or stay open. */
@DemoOnly
class EndingScenes implements Scenes {

    private final Conversations conversations;

    EndingScenes(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of(
                "close",
                this::close,
                "rest",
                cue -> conversations.rest(
                        cue.viewer(cue.thatTalk().lead()), cue.thatTalk().id()),
                "broke-off",
                cue -> conversations.breakOff(
                        cue.viewer(cue.thatTalk().lead()), cue.thatTalk().id()),
                "keep",
                this::keep);
    }

    private void close(Cue cue) {
        Phrase phrase = cue.phrase();
        boolean built = phrase.take("built");
        boolean moved = phrase.take("moved");
        boolean complete = phrase.take("complete");
        Outcome outcome = phrase.one(Outcome.class);
        conversations.close(
                cue.viewer(cue.thatTalk().lead()),
                new CloseConversation(cue.thatTalk().id(), outcome, talkedMore(phrase), null, built, moved, complete));
    }

    private static @Nullable TalkedMore talkedMore(Phrase phrase) {
        return phrase.isOver() ? null : phrase.one(TalkedMore.class);
    }

    private void keep(Cue cue) {
        conversations.keepNote(
                cue.viewer(cue.thatTalk().lead()),
                cue.thatTalk().id(),
                null,
                cue.phrase().needsText());
    }
}
