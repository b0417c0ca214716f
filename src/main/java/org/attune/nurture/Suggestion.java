package org.attune.nurture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What would help somebody to their next step.
 *
 * @param title of what to give, or of what they want to know
 * @param theme what they spoke of
 * @param words theirs
 * @param exactness how exactly these words were kept
 * @param saidAt when they said them
 * @param saidHref where one reads them
 * @param href of what to give
 */
public record Suggestion(
        Kind kind,
        @Nullable String title,
        @Nullable String theme,
        @Nullable String words,
        @Nullable String exactness,
        @Nullable Instant saidAt,
        @Nullable String saidHref,
        @Nullable String href) {

    /** From what answers them to what costs them nothing. */
    public enum Kind {
        /** They want to know something, and this may answer it. */
        ANSWER,
        /** They want to know something, and we have nothing written about it. */
        FIND_OUT,
        /** They spoke of something this material is about. */
        MATERIAL,
        /** They spoke of something this story is about. */
        STORY,
        /** They said something nobody has asked about. */
        ASK,
        /** Nothing to send: just ask how what they spoke of went. */
        HOW_IT_WENT,
        /** Nothing is known that would help. */
        HELLO
    }

    /** What kind of touch it would be, where something is given; none where that is open. */
    public @Nullable TouchKind touch() {
        return switch (kind) {
            case ANSWER, MATERIAL -> TouchKind.MATERIAL;
            case STORY -> TouchKind.STORY;
            default -> null;
        };
    }

    static Suggestion hello() {
        return new Suggestion(Kind.HELLO, null, null, null, null, null, null, null);
    }
}
