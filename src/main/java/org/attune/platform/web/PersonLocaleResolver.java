package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The locale a person chose in their preferences; before they sign in, the one their browser asks for. */
class PersonLocaleResolver extends AcceptHeaderLocaleResolver {

    private final WhoIsThere whoIsThere;

    PersonLocaleResolver(WhoIsThere whoIsThere) {
        this.whoIsThere = whoIsThere;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return whoIsThere.person().map(ShellPerson::locale).orElseGet(() -> super.resolveLocale(request));
    }
}
