package org.attune.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.attune.conversations.Passage.Source;
import org.jspecify.annotations.Nullable;

/**
 * The text of one message: a greeting, what it says, a signature.
 *
 * @param greeting the first line, where it only greets
 * @param signature everything from the closing words on
 */
record MessageBody(String greeting, String said, String signature) {

    private static final WordList MAIL = WordList.of("mail.txt");
    private static final Pattern GREETING =
            MAIL.alone("greeting", "(?:(?:Dr|Prof|Hr|Fr|Mrs?|Ms)\\.|[^.?!]){0,60}[,!.]?");
    private static final Pattern CLOSING =
            MAIL.alone("closing", "(?:(?<=yours)\\s.*| (?:aus|vom|von) [^.?!]{1,30})?[,.!]?");
    private static final Pattern DASHES = Pattern.compile("^--\\s*$");
    private static final Pattern SENT_FROM = MAIL.alone("sent from", "(?:\\s.*)?");
    private static final Pattern NAME_ALONE = Pattern.compile("^\\p{Lu}[\\p{L}.-]*(?: \\p{Lu}[\\p{L}.-]*){0,2}$");

    static MessageBody of(List<String> lines) {
        List<String> body = trimmed(lines);
        String greeting = "";
        if (body.size() > 1 && GREETING.matcher(body.get(0).strip()).matches()) {
            greeting = body.get(0).strip();
            body = body.subList(1, body.size());
        }
        int end = signatureBegins(body);
        return new MessageBody(
                greeting,
                String.join("\n", body.subList(0, end)).strip(),
                String.join("\n", body.subList(end, body.size())).strip());
    }

    List<Passage> passages(@Nullable String from, Source source, @Nullable Instant at) {
        List<Passage> passages = new ArrayList<>();
        if (!greeting.isEmpty()) {
            passages.add(new Passage(from, greeting, Part.HEADING, source, at));
        }
        if (source == Source.JOTTED) {
            passages.addAll(Jotting.passages(said.lines().toList()));
        } else if (!said.isEmpty()) {
            passages.add(new Passage(from, said, Part.SAID, source, at));
        }
        if (!signature.isEmpty()) {
            passages.add(new Passage(from, signature, Part.SIGNATURE, source, at));
        }
        return passages;
    }

    private static int signatureBegins(List<String> body) {
        for (int n = 0; n < body.size(); n++) {
            String line = body.get(n).strip();
            boolean closes = CLOSING.matcher(line).matches() && body.size() - n <= 12 && n > 0;
            if (DASHES.matcher(body.get(n)).matches() || SENT_FROM.matcher(line).matches() || closes) {
                return n;
            }
        }
        int last = body.size() - 1;
        boolean nameAlone =
                last > 0 && NAME_ALONE.matcher(body.get(last).strip()).matches();
        return nameAlone ? last : body.size();
    }

    private static List<String> trimmed(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return lines.subList(from, to);
    }
}
