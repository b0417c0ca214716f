package org.attune.conversations;

/**
 * What a merge would do, in numbers.
 *
 * @param both turns that carry both today
 */
public record ThemeMergePreview(TendedTheme theme, TendedTheme into, int both) {

    /** Turns that will carry the one that stays. */
    public int together() {
        return Math.min(100, theme.turns() + into.turns() - both);
    }

    public boolean isMany() {
        return theme.isMany() || into.isMany() || together() >= 100;
    }
}
