package org.attune.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The mark that stands where words were, {@code [erased 2026-11-22]} where somebody asked for it and {@code [forgotten 2026-11-22]}
 * where their period ended, said in the reader's language and form.
 */
public final class ErasedWords {

    private static final Pattern MARK = Pattern.compile("\\[(erased|forgotten) (\\d{4}-\\d\\d-\\d\\d)]");

    private final Say say;
    private final MessageSource messages;

    public ErasedWords(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    /** Cheap where there is none, which is nearly always. */
    static boolean mayBeIn(CharSequence text) {
        for (int at = 0; at + 1 < text.length(); at++) {
            if (text.charAt(at) == '[' && (text.charAt(at + 1) == 'e' || text.charAt(at + 1) == 'f')) {
                return true;
            }
        }
        return false;
    }

    public String in(String text) {
        return MARK.matcher(text).replaceAll(found -> Matcher.quoteReplacement(words(found)));
    }

    /** What somebody typed may look like it, and be no day. */
    private String words(MatchResult found) {
        try {
            LocalDate day = LocalDate.parse(found.group(2));
            String key = found.group(1).equals("erased") ? "platform.erased" : "platform.forgotten";
            return messages.getMessage(key, new Object[] {say.day(day)}, LocaleContextHolder.getLocale());
        } catch (DateTimeException noSuchDay) {
            return found.group();
        }
    }
}
