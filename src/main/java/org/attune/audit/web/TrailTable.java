package org.attune.audit.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.audit.Entries;
import org.attune.audit.EntryFilter;
import org.attune.audit.EntryView;
import org.attune.platform.KeysetPage;
import org.attune.platform.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The trail as a table that a spreadsheet reads: what the page shows, no more. */
@Component
class TrailTable {

    /** A spreadsheet takes about a million; this is a year of forty people, and a period can be chosen. */
    private static final int AT_MOST = 100_000;

    private static final int AT_ONCE = 500;

    private final Entries entries;
    private final EntryWords words;
    private final MessageSource messages;

    TrailTable(Entries entries, EntryWords words, MessageSource messages) {
        this.entries = entries;
        this.words = words;
        this.messages = messages;
    }

    String heading() {
        return "\uFEFF"
                + SafeCsv.line(Stream.of("when", "what", "about", "from", "changes", "reference")
                        .map(column ->
                                messages.getMessage("audit.column." + column, null, LocaleContextHolder.getLocale()))
                        .toList())
                + "\r\n";
    }

    String of(Viewer viewer, EntryFilter filter) {
        StringBuilder text = new StringBuilder(heading());
        @Nullable String after = null;
        int written = 0;
        do {
            KeysetPage<EntryView> page = entries.page(viewer, filter, after, AT_ONCE);
            for (EntryLine line : words.lines(viewer, page.items())) {
                text.append(SafeCsv.safeLine(cells(viewer, line))).append("\r\n");
            }
            written += page.items().size();
            after = page.next();
        } while (after != null && written < AT_MOST);
        return text.toString();
    }

    private static List<String> cells(Viewer viewer, EntryLine line) {
        return List.of(
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx")
                        .format(line.at().atZone(viewer.zone())),
                line.sentence(),
                Objects.toString(line.about(), ""),
                Objects.toString(line.from(), ""),
                line.note() != null ? line.note() : changes(line),
                Objects.toString(line.reference(), ""));
    }

    private static String changes(EntryLine line) {
        return line.values().stream()
                .map(value -> value.field() + ": " + Objects.toString(value.before(), "–") + " → "
                        + Objects.toString(value.after(), "–"))
                .collect(Collectors.joining("; "));
    }
}
