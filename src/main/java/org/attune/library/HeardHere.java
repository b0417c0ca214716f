package org.attune.library;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was heard in a conversation, the newest first, and what its people need.
 *
 * @param themes of the heard turns, by the theme they stand for
 */
record HeardHere(List<Passage> passages, Map<UUID, Theme> themes) {

    /** @param seq the newest turn about it */
    record Theme(String name, int seq) {}

    HeardHere {
        passages = List.copyOf(passages);
        themes = Map.copyOf(themes);
    }

    /** Needs of earlier days alone are no reason to begin with a suggestion. */
    boolean isNothing() {
        return passages.stream().noneMatch(passage -> passage.seq() > 0);
    }
}
