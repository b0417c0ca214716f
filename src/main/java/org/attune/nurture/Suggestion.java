package org.attune.nurture;

import java.time.Instant;
import java.util.List;
import org.attune.library.Fit;
import org.attune.library.Spoken;
import org.jspecify.annotations.Nullable;

/**
 * What would help somebody to their next step.
 *
 * @param title of what to give
 * @param about what they want to know, or the need the words come from
 * @param matched of what they said, the words it fits; or the theme it was about
 * @param words theirs
 * @param exactness how exactly these words were kept
 * @param saidAt when they said them
 * @param saidHref where one reads them
 * @param href of what to give
 */
public record Suggestion(
        Kind kind,
        @Nullable String title,
        @Nullable String about,
        List<String> matched,
        @Nullable String words,
        @Nullable String exactness,
        @Nullable Instant saidAt,
        @Nullable String saidHref,
        @Nullable String href) {

    public Suggestion {
        matched = List.copyOf(matched);
    }

    private static final String STORIES = "/library/stories/";

    /** From what answers them to what costs them nothing. */
    public enum Kind {
        /** They want to know something, and this may answer it. */
        ANSWER,
        /** They want to know something, and we have nothing written about it. */
        FIND_OUT,
        /** This fits words of theirs. */
        HEARD,
        /** They spoke of what this is about. */
        THEME,
        /** This fits what they need. */
        NEED,
        /** They said something nobody has asked about. */
        ASK,
        /** Nothing to send: just ask how what they spoke of went. */
        HOW_IT_WENT,
        /** Nothing is known that would help. */
        HELLO
    }

    /** Whether it is a story that is given. */
    public boolean isStory() {
        return href != null && href.startsWith(STORIES);
    }

    /** What kind of touch it would be, where something is given; none where that is open. */
    public @Nullable TouchKind touch() {
        if (href == null) {
            return null;
        }
        return isStory() ? TouchKind.STORY : TouchKind.MATERIAL;
    }

    static Suggestion answer(String asked, Fit fit) {
        return new Suggestion(Kind.ANSWER, fit.title(), asked, fit.words(), null, null, null, null, fit.path());
    }

    static Suggestion findOut(String asked) {
        return new Suggestion(Kind.FIND_OUT, null, asked, List.of(), null, null, null, null, null);
    }

    /** With why it fits. */
    static Suggestion give(Fit fit) {
        Spoken spoken = fit.spoken();
        return new Suggestion(
                Kind.valueOf(fit.why().name()),
                fit.title(),
                fit.need(),
                fit.words(),
                null,
                null,
                spoken == null ? null : spoken.at(),
                spoken == null ? null : spoken.path(),
                fit.path());
    }

    static Suggestion hello() {
        return new Suggestion(Kind.HELLO, null, null, List.of(), null, null, null, null, null);
    }
}
