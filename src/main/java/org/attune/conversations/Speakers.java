package org.attune.conversations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names before the lines of a transcript, before anybody has said whose they are. */
public final class Speakers {

    private Speakers() {}

    /** Each with how often it speaks, in the order in which they begin. */
    public static Map<String, Integer> in(String text) {
        List<String> lines = Words.clean(text).lines().toList();
        Labels labels = Labels.in(lines, new Voices(List.of(), List.of()));
        Map<String, Integer> speakers = new LinkedHashMap<>();
        lines.forEach(line -> labels.of(line).ifPresent(found -> speakers.merge(found.label(), 1, Integer::sum)));
        return speakers;
    }
}
