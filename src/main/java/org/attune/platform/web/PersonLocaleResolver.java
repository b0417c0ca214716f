package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.attune.platform.Language;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language of a page that has one of its own ({@link PageLanguage}); else the one a person chose in their preferences; where
 * nobody is signed in, the first of those their browser asks for that Attune speaks; and otherwise the one of the house.
 */
class PersonLocaleResolver extends AcceptHeaderLocaleResolver {

    private static final String HERE = PersonLocaleResolver.class.getName();

    private final WhoIsThere whoIsThere;
    private final HouseLocale house;

    PersonLocaleResolver(WhoIsThere whoIsThere, HouseLocale house) {
        this.whoIsThere = whoIsThere;
        this.house = house;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getAttribute(PageLanguage.NAME) instanceof Locale ofThePage) {
            return ofThePage;
        }
        return whoIsThere.person().map(ShellPerson::locale).orElseGet(() -> asked(request));
    }

    private Locale asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return ofTheHouse(request);
        }
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> Language.known(locale.getLanguage()).isPresent())
                .findFirst()
                .orElseGet(() -> ofTheHouse(request));
    }

    /** Asked for many times while a page is made, and read once. */
    private Locale ofTheHouse(HttpServletRequest request) {
        if (request.getAttribute(HERE) instanceof Locale known) {
            return known;
        }
        Locale locale = house.locale();
        request.setAttribute(HERE, locale);
        return locale;
    }
}
