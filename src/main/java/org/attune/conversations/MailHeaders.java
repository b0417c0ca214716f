package org.attune.conversations;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of messages as mail programs save them, where a Message-ID is among them. Of each such block what a person reads is left
 * in the text, who wrote and when; the rest says in which thread the message stands.
 */
final class MailHeaders {

    private static final Pattern HEADER = Pattern.compile("^([A-Za-z][A-Za-z-]*):(?:\\s+(.*))?$");
    private static final Pattern ID = Pattern.compile("<[!-;=?A-~]{1,200}@[!-;=?A-~]{1,200}>");
    private static final Pattern QUOTED = Pattern.compile("^((?:(?:\\s*>)+ ?)?)(.*)$");
    private static final List<String> READ = List.of("from", "date");

    private final Around around;
    private final List<String> lines = new ArrayList<>();
    private final List<BroughtMail> messages = new ArrayList<>();
    private final List<String> block = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String quoting = "";
    private @Nullable String last;

    private MailHeaders(Around around) {
        this.around = around;
    }

    static MailHeaders in(List<String> text, Around around) {
        MailHeaders found = new MailHeaders(around);
        text.forEach(found::read);
        found.endBlock();
        return found;
    }

    /** The text without what only machines read. */
    List<String> lines() {
        return lines;
    }

    /** The one nothing else here answers; of several the latest, or else the one that stands first. */
    Optional<BroughtMail> newest() {
        Set<String> answered = new LinkedHashSet<>();
        messages.forEach(message -> answered.addAll(message.before()));
        List<BroughtMail> open = messages.stream()
                .filter(message -> !answered.contains(message.id()))
                .toList();
        return open.stream().allMatch(message -> message.at() != null)
                ? open.stream().max(Comparator.comparing(message -> Objects.requireNonNull(message.at())))
                : open.stream().findFirst();
    }

    private void read(String line) {
        Matcher quoted = QUOTED.matcher(line);
        String prefix = quoted.matches() ? quoted.group(1) : "";
        String bare = line.substring(prefix.length());
        Matcher header = HEADER.matcher(bare);
        if (header.matches()) {
            last = header.group(1).toLowerCase(Locale.ROOT);
            headers.merge(last, Objects.requireNonNullElse(header.group(2), ""), (one, two) -> one);
            quoting = prefix;
            block.add(line);
        } else if (last != null && !bare.isBlank() && Character.isWhitespace(bare.charAt(0))) {
            headers.merge(last, bare.strip(), (one, two) -> one + " " + two);
            block.add(line);
        } else {
            endBlock();
            lines.add(line);
        }
    }

    private void endBlock() {
        List<String> ids = ids("message-id");
        if (ids.isEmpty()) {
            lines.addAll(block);
        } else {
            READ.stream()
                    .filter(headers::containsKey)
                    .forEach(name -> lines.add(quoting + name.substring(0, 1).toUpperCase(Locale.ROOT)
                            + name.substring(1) + ": " + decoded(name)));
            Set<String> before = new LinkedHashSet<>(ids("references"));
            before.addAll(ids("in-reply-to"));
            Instant at = headers.containsKey("date") ? Moments.in("Date: " + headers.get("date"), around) : null;
            messages.add(new BroughtMail(ids.get(0), List.copyOf(before), decoded("subject"), at));
        }
        block.clear();
        headers.clear();
        last = null;
    }

    private List<String> ids(String name) {
        return ID.matcher(headers.getOrDefault(name, ""))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private String decoded(String name) {
        String written = headers.getOrDefault(name, "");
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(written)).strip();
        } catch (UnsupportedEncodingException unknownLetters) {
            return written;
        }
    }
}
