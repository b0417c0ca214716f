package org.attune.demo;

import java.util.Map;
import java.util.function.Consumer;
import org.attune.conversations.Themes;
import org.attune.conversations.Threads;
import org.attune.platform.Ids;

/** What is noted about a turn: its name in the script, its theme, an open thread. */
@DemoOnly
class TurnScenes implements Scenes {

    private final Threads threads;
    private final Themes themes;

    TurnScenes(Threads threads, Themes themes) {
        this.threads = threads;
        this.themes = themes;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of("as", this::named, "theme", this::theme, "thread", this::thread, "let-go", this::letGo);
    }

    private void named(Cue cue) {
        cue.cast().turns.put(cue.line(), cue.phrase().next("a name"), cue.thatTurn());
    }

    private void theme(Cue cue) {
        themes.add(
                cue.viewer(cue.thatTalk().lead()), cue.thatTurn(), cue.phrase().needsText());
    }

    private void thread(Cue cue) {
        threads.open(
                cue.viewer(cue.thatTalk().lead()),
                Ids.next(),
                cue.thatTurn(),
                cue.phrase().text());
    }

    private void letGo(Cue cue) {
        String turn = cue.phrase().next("a turn");
        threads.letGo(
                cue.viewer(cue.thatTalk().lead()),
                cue.turnCalled(turn),
                cue.phrase().text());
    }
}
