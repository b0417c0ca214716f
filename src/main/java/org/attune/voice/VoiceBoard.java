package org.attune.voice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What customers said in a period, by theme.
 *
 * @param turns heard turns with a theme, each once
 * @param unthemed heard turns without one, counted no further than {@link #MANY}
 */
public record VoiceBoard(List<ThemeLine> themes, long turns, long people, long unthemed) {

    /** Beyond that nobody counts. */
    public static final int MANY = 100;

    public VoiceBoard {
        themes = List.copyOf(themes);
    }

    public Optional<ThemeLine> theme(UUID id) {
        return themes.stream().filter(theme -> theme.id().equals(id)).findFirst();
    }
}
