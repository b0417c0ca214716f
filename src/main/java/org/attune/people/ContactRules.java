package org.attune.people;

import java.util.Collection;
import java.util.List;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** What has to hold for what is known about a contact, whichever way it comes in. */
final class ContactRules {

    static final int LONGEST_IDEAL = 730;
    static final int LONGEST_AT_ALL = 1460;
    static final int MOST_OF_ONE_KIND = 10;
    static final int MOST_TAGS = 20;

    private ContactRules() {}

    static void check(ContactDetails details) {
        if (!PlainText.saysSomething(details.name())) {
            throw new RuleRefused("people.contact.name.missing", "givenName");
        }
        shortEnough(details.givenName(), 100, "givenName");
        shortEnough(details.familyName(), 100, "familyName");
        shortEnough(details.jobTitle(), 200, "jobTitle");
        shortEnough(details.source(), 100, "source");
        shortEnough(details.foundUs(), 500, "foundUs");
        shortEnough(details.background(), 5000, "background");
        checkLanguage(details.language());
        checkRhythm(details.rhythm());
        few(details.emails(), "emails");
        few(details.phones(), "phones");
        checkTags(details.tags());
    }

    static void checkTags(Collection<String> tags) {
        if (tags.size() > MOST_TAGS) {
            throw new RuleRefused("people.contact.tags.many", "tags", MOST_TAGS);
        }
        tags.forEach(tag -> shortEnough(tag, 40, "tags"));
    }

    private static void checkLanguage(@Nullable String language) {
        if (language != null && !language.matches("[a-z]{2,3}")) {
            throw new RuleRefused("people.contact.language.unknown", "language");
        }
    }

    private static void checkRhythm(@Nullable Rhythm rhythm) {
        if (rhythm == null) {
            return;
        }
        if (rhythm.idealDays() < 1 || rhythm.idealDays() > LONGEST_IDEAL) {
            throw new RuleRefused("people.contact.rhythm.days", "idealDays", LONGEST_IDEAL);
        }
        if (rhythm.longestDays() < rhythm.idealDays() || rhythm.longestDays() > LONGEST_AT_ALL) {
            throw new RuleRefused("people.contact.rhythm.longest", "longestDays", LONGEST_AT_ALL);
        }
    }

    private static void few(List<?> lines, String field) {
        if (lines.size() > MOST_OF_ONE_KIND) {
            throw new RuleRefused("people.contact.lines.many", field, MOST_OF_ONE_KIND);
        }
    }

    static void shortEnough(@Nullable String text, int most, String field) {
        if (text != null && PlainText.length(text) > most) {
            throw new RuleRefused("people.too-long", field, most);
        }
    }
}
