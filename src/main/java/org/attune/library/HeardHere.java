package org.attune.library;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was heard in a conversation or from a person, the newest first, and what is needed there.
 *
 * @param themes of the heard turns, by the theme they stand for
 * @param given what was given there already, or waved away
 */
record HeardHere(List<Passage> passages, Map<UUID, Theme> themes, Set<UUID> given) {

    /** @param spoken the newest turn about it */
    record Theme(String name, Spoken spoken) {}

    HeardHere {
        passages = List.copyOf(passages);
        themes = Map.copyOf(themes);
        given = Set.copyOf(given);
    }

    boolean isNothing() {
        return passages.stream().noneMatch(Passage::begins);
    }
}
