package org.attune.audit.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.audit.Entries;
import org.attune.audit.EntryFilter;
import org.attune.platform.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the trail's deeds, kinds and fields are called on the page, in the language of whoever reads it. */
@Component
class Vocabulary {

    static final List<String> DEEDS = List.of(
            "added",
            "changed",
            "removed",
            "signed_in",
            "sign_in_refused",
            "signed_out",
            "exported",
            "read",
            "looked_up",
            "handed_out",
            "erased",
            "forgotten");

    private static final String OTHER = "\u0000";

    private final MessageSource messages;
    private final Entries entries;

    Vocabulary(MessageSource messages, Entries entries) {
        this.messages = messages;
        this.entries = entries;
    }

    String kind(String kind) {
        return named("audit.kind.", kind);
    }

    String field(String column) {
        return named("audit.field.", column);
    }

    /** A word for what has none yet: the name itself, made readable. */
    private String named(String prefix, String name) {
        String word = word(prefix + name);
        return word.equals(OTHER) ? name.replaceAll("_(id|at)$", "").replace('_', ' ') : word;
    }

    boolean knows(String key) {
        return !word(key).equals(OTHER);
    }

    private String word(String key) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, OTHER, LocaleContextHolder.getLocale()), OTHER);
    }

    /** What one can choose a kind from, in the order of the alphabet. */
    List<Option> kinds() {
        return entries.kinds().stream()
                .map(kind -> new Option(kind, kind(kind)))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(LocaleContextHolder.getLocale())))
                .toList();
    }

    /** What somebody means who types this: each word for itself. */
    List<EntryFilter.Meaning> meant(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        List<String> kinds = entries.kinds();
        List<String> columns = entries.columns();
        return Arrays.stream(typed.strip()
                        .toLowerCase(LocaleContextHolder.getLocale())
                        .split("\\s+"))
                .limit(6)
                .map(word -> new EntryFilter.Meaning(
                        those(DEEDS, "audit.deed.", word),
                        those(kinds, "audit.kind.", word),
                        those(columns, "audit.field.", word)))
                .toList();
    }

    private Set<String> those(Collection<String> names, String prefix, String word) {
        Locale locale = LocaleContextHolder.getLocale();
        return names.stream()
                .filter(name -> named(prefix, name).toLowerCase(locale).contains(word))
                .collect(Collectors.toUnmodifiableSet());
    }
}
