package org.attune.exchange;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts remarks into words: a report is kept as the person read it. Whoever does not work with customers reads what happened
 * and where, without what it was about.
 */
@Component("exchangeRemarks")
class Remarks {

    private static final String MASK = "•••";

    private final MessageSource messages;

    Remarks(MessageSource messages) {
        this.messages = messages;
    }

    @Nullable
    String inWords(Viewer viewer, List<Remark> remarks) {
        return remarks.isEmpty()
                ? null
                : remarks.stream().map(remark -> words(viewer, remark)).collect(Collectors.joining(" "));
    }

    private String words(Viewer viewer, Remark remark) {
        Locale locale = viewer.locale();
        String unknown = messages.getMessage("exchange.line.cannot-be", null, locale);
        String said = messages.getMessage(remark.key(), arguments(viewer, remark), unknown, locale);
        return said == null ? unknown : said;
    }

    private static Object[] arguments(Viewer viewer, Remark remark) {
        return remark.arguments().stream()
                .map(argument -> viewer.sells() || argument instanceof Number ? argument : MASK)
                .toArray();
    }
}
