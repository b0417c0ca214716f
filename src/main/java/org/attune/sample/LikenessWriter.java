package org.attune.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Writes down by which numbers a response is found again, and what was told to somebody else before in the same words. */
final class LikenessWriter {

    private static final int SHORTEST = 40;
    private static final int KEPT = 5;
    private static final int REMEMBERED = 12;

    private record Told(UUID turn, int to) {}

    private final Sheets sheets;
    private final Sketch sketch = new Sketch();
    private final Map<String, Deque<Told>> standards = new HashMap<>();

    LikenessWriter(Sheets sheets) {
        this.sheets = sheets;
    }

    void write(Talk talk, Said response) {
        if (response.words.length() < SHORTEST) {
            return;
        }
        for (long key : sketch.of(response.words)) {
            sheets.row("response_likeness_key").large(key).id(response.id);
        }
        if (response.standard >= 0) {
            again(talk, response);
        }
    }

    private void again(Talk talk, Said response) {
        Deque<Told> before =
                standards.computeIfAbsent(talk.person.owner.email() + response.standard, key -> new ArrayDeque<>());
        if (talk.others.isEmpty()) {
            before.stream()
                    .filter(told -> told.to() != talk.person.number)
                    .limit(KEPT)
                    .forEach(told -> sheets.row("turn_alike").id(response.id).id(told.turn()));
            before.addFirst(new Told(response.id, talk.person.number));
            if (before.size() > REMEMBERED) {
                before.removeLast();
            }
        }
    }
}
