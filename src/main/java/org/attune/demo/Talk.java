package org.attune.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/** A conversation as far as it has been played. */
final class Talk {

    private record Turn(TurnId id, SaidLine said) {}

    private final ConversationId id;
    private final Cast.Known lead;
    private final List<Turn> turns = new ArrayList<>();

    Talk(ConversationId id, Cast.Known lead) {
        this.id = id;
        this.lead = lead;
    }

    ConversationId id() {
        return id;
    }

    Cast.Known lead() {
        return lead;
    }

    void said(TurnId turn, SaidLine line) {
        turns.add(new Turn(turn, line));
    }

    /** A turn by its number in this conversation, or by its name in any. */
    TurnId turn(Line line, String which, Cast cast) {
        if (!which.matches("\\d+")) {
            return cast.turns.get(line, which);
        }
        int number = Integer.parseInt(which);
        if (number < 1 || number > turns.size()) {
            throw line.problem("there is no turn " + which + " yet");
        }
        return turns.get(number - 1).id();
    }

    @Nullable
    TurnId lastHeard() {
        return turns.stream()
                .filter(turn -> turn.said().kind().isTheirs())
                .reduce((before, after) -> after)
                .map(Turn::id)
                .orElse(null);
    }

    /** The last turn of ours that played something back: its id and what it said. */
    Map.Entry<TurnId, String> playback(Line line) {
        return turns.stream()
                .filter(turn -> turn.said().notes().contains("playback")
                        && !turn.said().kind().isTheirs())
                .reduce((before, after) -> after)
                .map(turn -> Map.entry(turn.id(), turn.said().words()))
                .orElseThrow(() -> line.problem("nothing was played back before"));
    }
}
