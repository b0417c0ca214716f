package org.attune.demo;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.listening.Listening;
import org.attune.listening.SuggestedMarks;
import org.attune.listening.Suggestion;
import org.attune.listening.Verdict;

/** What whoever had a conversation says, once it is over, to the marks that are suggested. */
@DemoOnly
class ListeningScenes implements Scenes {

    private final Listening listening;
    private final SuggestedMarks marks;

    ListeningScenes(Listening listening, SuggestedMarks marks) {
        this.listening = listening;
        this.marks = marks;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of("gone-through", this::goneThrough);
    }

    /** As in {@code gone-through}, or {@code gone-through not 3 5} where the words of two turns only looked like it. */
    private void goneThrough(Cue cue) {
        Viewer viewer = cue.viewer(cue.thatTalk().lead());
        boolean some = cue.phrase().take("not");
        Set<TurnId> not = cue.phrase().others().stream().map(cue::turnCalled).collect(Collectors.toSet());
        if (some == not.isEmpty()) {
            throw cue.line().problem("expected not and turns, or neither");
        }
        for (Suggestion suggestion :
                listening.facts(viewer, cue.thatTalk().id()).suggestions()) {
            TurnId turn = suggestion.turn().id();
            marks.say(viewer, turn, suggestion.mark(), not.contains(turn) ? Verdict.NO : Verdict.YES);
        }
        marks.goThrough(viewer, cue.thatTalk().id());
    }
}
