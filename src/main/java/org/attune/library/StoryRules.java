package org.attune.library;

import java.time.LocalDate;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** What a story and a consent may be like. */
final class StoryRules {

    static final int PART = 3000;
    static final int HOW = 1000;
    static final int HEARD = 8;

    private StoryRules() {}

    /** The title, the language and the themes are as for materials. */
    static StoryWords checked(StoryWords typed) {
        MaterialDetails shared =
                MaterialRules.common(typed.title(), typed.language(), typed.speaksTo(), typed.themes());
        return new StoryWords(
                shared.title(),
                part(typed.situation(), "situation"),
                part(typed.found(), "found"),
                part(typed.result(), "result"),
                shared.language(),
                shared.speaksTo(),
                shared.themes());
    }

    private static String part(String typed, String field) {
        String text = MaterialRules.lines(typed);
        return MaterialRules.atMost(text, PART, field);
    }

    /** @param today where the viewer lives */
    static @Nullable String checkedHow(NoteConsent consent, LocalDate today) {
        if (consent.givenOn().isAfter(today)) {
            throw new RuleRefused("library.consent.future", "givenOn");
        }
        LocalDate until = consent.until();
        if (until != null && until.isBefore(consent.givenOn())) {
            throw new RuleRefused("library.consent.until", "until");
        }
        String how = PlainText.linesOrNothing(consent.how());
        if (how == null && consent.turn() == null) {
            throw new RuleRefused("library.consent.how", "how");
        }
        return how == null ? null : MaterialRules.atMost(how, HOW, "how");
    }
}
