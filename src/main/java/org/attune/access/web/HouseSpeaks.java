package org.attune.access.web;

import java.util.Locale;
import org.attune.access.Languages;
import org.attune.platform.web.HouseLocale;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells pages that nobody is signed in to what the house speaks; the page that says the database is away is English. */
@Component
class HouseSpeaks implements HouseLocale {

    private final Languages languages;

    HouseSpeaks(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Locale locale() {
        try {
            return languages.usual();
        } catch (DataAccessException | TransactionException away) {
            return Locale.UK;
        }
    }
}
