package org.attune.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which all words on screen are there. The bundle of the first has no ending, the others theirs. */
public enum Language {
    ENGLISH("en", "en-GB"),
    GERMAN("de", "de");

    private final String code;
    private final String tag;

    Language(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** As it stands in a locale and in the database. */
    public String code() {
        return code;
    }

    /** What a page says of itself. */
    public String tag() {
        return tag;
    }

    /** Its words, with dates and figures as people write them in that region. */
    public Locale in(String region) {
        return new Locale.Builder().setLanguage(code).setRegion(region).build();
    }

    /** The one whose words are shown for this locale; English where it is not among ours. */
    public static Language of(Locale locale) {
        return known(locale.getLanguage()).orElse(ENGLISH);
    }

    public static Optional<Language> known(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
