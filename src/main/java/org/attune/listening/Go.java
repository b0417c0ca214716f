package org.attune.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;

/** Everything one side says until the other one speaks, in how many turns it may have been written down. */
record Go(List<SpokenTurn> turns) {

    Go {
        turns = List.copyOf(turns);
    }

    /** @param turns in their order */
    static List<Go> in(List<SpokenTurn> turns) {
        List<Go> goes = new ArrayList<>();
        int begins = 0;
        for (int at = 1; at <= turns.size(); at++) {
            if (at == turns.size()
                    || turns.get(at).isTheirs() != turns.get(begins).isTheirs()) {
                goes.add(new Go(turns.subList(begins, at)));
                begins = at;
            }
        }
        return goes;
    }

    boolean isTheirs() {
        return turns.get(0).isTheirs();
    }

    int words() {
        return turns.stream().mapToInt(SpokenTurn::words).sum();
    }

    boolean asks() {
        return turns.stream().anyMatch(SpokenTurn::asks);
    }

    boolean has(Mark mark) {
        return turns.stream().anyMatch(turn -> turn.is(mark));
    }

    /** What it names as answered. */
    Set<TurnId> answers() {
        return turns.stream().flatMap(turn -> turn.answers().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
