package org.attune.sample;

/** Where a team sells: what is spoken there, what is paid with, and what time it is. */
enum Market {
    GERMANY("de", "EUR", "Europe/Berlin", 1, "+49", "de-DE"),
    ENGLAND("en", "GBP", "Europe/London", 0, "+44", "en-GB"),
    IRELAND("en", "EUR", "Europe/Dublin", 0, "+353", "en-IE"),
    SWITZERLAND("de", "CHF", "Europe/Zurich", 1, "+41", "de-CH"),
    AUSTRIA("de", "EUR", "Europe/Vienna", 1, "+43", "de-AT"),
    AMERICA("en", "USD", "America/New_York", -5, "+1", "en-US");

    final String language;
    final String currency;
    final String zone;
    final int hours;
    final String phone;
    final String locale;

    Market(String language, String currency, String zone, int hours, String phone, String locale) {
        this.language = language;
        this.currency = currency;
        this.zone = zone;
        this.hours = hours;
        this.phone = phone;
        this.locale = locale;
    }

    static Market of(int team) {
        return values()[team % values().length];
    }

    Phrases phrases() {
        return Phrases.of(language);
    }
}
