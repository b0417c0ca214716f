package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** For a page that is written to somebody, and so speaks their language whoever opens it. */
public final class PageLanguage {

    static final String NAME = PageLanguage.class.getName();

    private PageLanguage() {}

    public static void speak(HttpServletRequest request, Locale locale) {
        request.setAttribute(NAME, locale);
    }
}
