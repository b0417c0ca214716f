package org.attune.platform.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Looks first where a key says it is: what begins with {@code people.} stands in the bundle {@code people}. A page asks for hundreds
 * of words, and there are thirty bundles to ask; all of them are asked only for what is not there.
 */
final class ModuleMessages extends ResourceBundleMessageSource {

    static final String FOLDER = "messages/";

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        ResourceBundle own = ownBundle(code, locale);
        String words = own == null ? null : getStringOrNull(own, code);
        return words == null ? super.resolveCodeWithoutArguments(code, locale) : words;
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        ResourceBundle own = ownBundle(code, locale);
        MessageFormat words = own == null ? null : getMessageFormat(own, code, locale);
        return words == null ? super.resolveCode(code, locale) : words;
    }

    private @Nullable ResourceBundle ownBundle(String code, Locale locale) {
        int end = code.indexOf('.');
        String name = end < 0 ? "" : FOLDER + code.substring(0, end);
        return getBasenameSet().contains(name) ? getResourceBundle(name, locale) : null;
    }
}
