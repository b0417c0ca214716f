package org.attune.audit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.audit.Entries;
import org.attune.audit.EntryView;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says an entry as a sentence, and what changed as fields with words for names. */
@Component
class EntryWords {

    // The record itself, and when it was made.
    private static final Set<String> SAID_ALREADY = Set.of("id", "created_at", "published_at");

    private final Entries entries;
    private final Vocabulary vocabulary;
    private final ValueWords values;
    private final Say say;
    private final MessageSource messages;

    EntryWords(Entries entries, Vocabulary vocabulary, ValueWords values, Say say, MessageSource messages) {
        this.entries = entries;
        this.vocabulary = vocabulary;
        this.values = values;
        this.say = say;
        this.messages = messages;
    }

    List<EntryLine> lines(Viewer viewer, List<EntryView> page) {
        Map<UUID, String> names = entries.names(viewer, page);
        return page.stream().map(entry -> line(entry, names)).toList();
    }

    private EntryLine line(EntryView entry, Map<UUID, String> names) {
        String about = about(entry, names);
        List<EntryLine.Value> values = entry.masked() || entry.erasedAt() != null ? List.of() : values(entry, names);
        return new EntryLine(
                entry.at(),
                sentence(entry, names),
                about,
                about == null ? null : path(entry),
                from(entry),
                entry.request(),
                entry.deed().equals("removed"),
                fold(entry, values.size()),
                note(entry),
                values);
    }

    private @Nullable String fold(EntryView entry, int values) {
        boolean whole = entry.deed().equals("added") || entry.deed().equals("removed");
        return whole && values > 3 ? word("audit.values." + entry.deed()) : null;
    }

    private String sentence(EntryView entry, Map<UUID, String> names) {
        String whose = entry.aboutId() == null ? null : names.get(entry.aboutId());
        String key = "audit.did." + entry.deed() + variant(entry, whose);
        return word(
                key,
                actor(entry, names),
                vocabulary.kind(entry.kind()),
                fields(entry, names),
                Objects.toString(whose, ""));
    }

    private static String variant(EntryView entry, @Nullable String whose) {
        if (entry.deed().equals("sign_in_refused") && whose == null) {
            return ".unknown";
        }
        if (entry.deed().equals("signed_out") && entry.after().containsKey("everywhere")) {
            return ".everywhere";
        }
        if (entry.deed().equals("added") && entry.kind().equals("mail")) {
            return ".mail";
        }
        return "";
    }

    private String actor(EntryView entry, Map<UUID, String> names) {
        if (entry.actor() != null) {
            return names.getOrDefault(entry.actor(), word("audit.who.gone"));
        }
        return word("audit.who." + entry.how());
    }

    private String fields(EntryView entry, Map<UUID, String> names) {
        return entry.columns().stream()
                .map(column -> field(entry, column, names))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A value of one of the organisation's own fields goes by the name of the field. */
    private String field(EntryView entry, String column, Map<UUID, String> names) {
        return entry.ownField().map(names::get).orElseGet(() -> vocabulary.field(column));
    }

    private static @Nullable String about(EntryView entry, Map<UUID, String> names) {
        if (entry.aboutId() == null || "user".equals(entry.kind())) {
            return null;
        }
        return names.get(entry.aboutId());
    }

    private static @Nullable String path(EntryView entry) {
        return switch (Objects.toString(entry.aboutKind(), "")) {
            case "contact" -> "/contacts/" + entry.aboutId();
            case "need" -> "/needs/" + entry.aboutId();
            case "offer" -> "/offers/" + entry.aboutId();
            case "company" -> "/companies/" + entry.aboutId();
            case "user" -> "/admin/people/" + entry.aboutId();
            default -> null;
        };
    }

    private @Nullable String from(EntryView entry) {
        String from = Stream.of(entry.address(), entry.agent())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
        return from.isEmpty() ? null : from;
    }

    private @Nullable String note(EntryView entry) {
        if (entry.erasedAt() != null) {
            return word("audit.erased", say.day(entry.erasedAt()));
        }
        return entry.masked() ? word("audit.masked") : null;
    }

    private List<EntryLine.Value> values(EntryView entry, Map<UUID, String> names) {
        TreeSet<String> fields = new TreeSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        List<EntryLine.Value> said = new ArrayList<>();
        fields.removeAll(SAID_ALREADY);
        for (String field : fields) {
            said.add(new EntryLine.Value(
                    field(entry, field, names),
                    values.say(field, entry.before().get(field), names),
                    values.say(field, entry.after().get(field), names)));
        }
        return said;
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
