package org.attune.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.conversations.Passage.Source;
import org.jspecify.annotations.Nullable;

/**
 * A pasted e-mail thread, in English or German: messages that begin with their header or with "On …, somebody wrote:",
 * quoted by ">" or not, newest first or last. What several messages quote is taken once.
 */
final class EmailThread {

    private static final WordList MAIL = WordList.of("mail.txt");
    private static final Pattern FROM = MAIL.alone("from", ":\\s*(?<who>\\S.*)");
    private static final Pattern HEADER = MAIL.alone("header", ":.*");
    private static final Pattern PASSED_ON =
            Pattern.compile("^-*\\s*" + MAIL.oneOf("passed on") + "\\s*[:-]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WROTE = Pattern.compile(
            "^(?:On |Am )?(?<when>(?:.*?\\d{1,2}:\\d{2}\\b|.*\\d).*?(?:\\s[AaPp]\\.?[Mm]\\.?)?)[,:]?\\s+(?<who>[^,\\d][^,]*?)\\s+wrote:$");
    private static final Pattern SCHRIEB = Pattern.compile(
            "^(?:Am )?(?<when>.*\\d.*?)\\s+schrieb\\s+(?<who>(?:mailto:|[^:])+?)(?:\\s+[Ff]olgendes)?:$");
    private static final Pattern HAT_GESCHRIEBEN =
            Pattern.compile("^(?<who>[^:\\d<]+(?:<[^>]*>)?) hat am (?<when>.*\\d.*?) geschrieben:$");
    private static final Pattern WRAPPED = Pattern.compile("(?:.*\\s)?(?:wrote|schrieb.*|geschrieben):|<[^>]*>:");
    private static final Pattern RULED = Pattern.compile("^_{5,}\\s*$");
    private static final Pattern NOTES = Pattern.compile("^--+\\s*[^\\s-].*$");

    private final Around around;
    private final List<Message> messages = new ArrayList<>();
    private final Map<Integer, Message> atDepth = new HashMap<>();

    private boolean inHeader;
    private @Nullable Message lastWritten;

    private EmailThread(Around around) {
        this.around = around;
    }

    /** A message, the words it holds and how deep it was quoted. */
    private static final class Message {
        final @Nullable String from;
        final int depth;
        final Source source;
        final List<List<String>> runs = new ArrayList<>();

        @Nullable
        Instant at;

        Message(@Nullable String from, int depth, Source source, @Nullable Instant at) {
            this.from = from;
            this.depth = depth;
            this.source = source;
            this.at = at;
            runs.add(new ArrayList<>());
        }

        List<String> lines() {
            return runs.get(runs.size() - 1);
        }
    }

    static boolean isOne(List<String> lines) {
        List<String> bare = lines.stream()
                .map(EmailThread::unquoted)
                .map(EmailThread::spaced)
                .toList();
        boolean headed = bare.stream().anyMatch(line -> FROM.matcher(line).matches())
                && bare.stream().anyMatch(line -> HEADER.matcher(line).matches());
        return headed || joined(bare).stream().anyMatch(line -> wrote(line).isPresent());
    }

    static List<Passage> passages(List<String> lines, Around around) {
        EmailThread thread = new EmailThread(around);
        List<String> joined = joined(lines.stream().map(EmailThread::spaced).toList());
        for (int n = 0; n < joined.size(); n++) {
            thread.read(joined.get(n), depthAfter(joined, n));
        }
        return thread.passages();
    }

    /** Some mail programs leave a line free between who wrote and what. */
    private static int depthAfter(List<String> lines, int line) {
        return lines.stream()
                .skip(line + 1L)
                .filter(next -> !unquoted(next).isBlank())
                .findFirst()
                .map(EmailThread::depth)
                .orElse(0);
    }

    /** "On Friday, Maya Lindqvist" and "wrote:" on the next line are one. */
    private static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            String line = lines.get(n);
            String next = n + 1 < lines.size() ? unquoted(lines.get(n + 1)) : "";
            boolean wrapped = unquoted(line).matches("(On|Am) .*\\d.*|.* hat am .*\\d.*")
                    && WRAPPED.matcher(next).matches();
            joined.add(wrapped ? line + " " + next : line);
            n += wrapped ? 1 : 0;
        }
        return joined;
    }

    private void read(String line, int depthOfNext) {
        String bare = unquoted(line);
        int depth = depth(line);
        Matcher from = FROM.matcher(bare);
        Optional<Matcher> wrote = wrote(bare);
        if (from.matches()) {
            begin(new Message(from.group("who"), depth, Source.WRITTEN, saidAbove(depth)));
            inHeader = true;
        } else if (wrote.isPresent()) {
            inHeader = false;
            Instant at = Moments.in(wrote.get().group("when"), around);
            begin(new Message(wrote.get().group("who"), Math.max(depth, depthOfNext), Source.WRITTEN, at));
        } else if (PASSED_ON.matcher(bare).matches()) {
            begin(new Message(null, depth, Source.JOTTED, null));
            inHeader = true;
        } else if (NOTES.matcher(line).matches()) {
            begin(new Message(null, 0, Source.JOTTED, null));
            inHeader = false;
        } else if (!RULED.matcher(bare).matches() && (!inHeader || !isHeader(bare, depth))) {
            words(bare, depth);
        }
    }

    /** The moment, where a header names it before it says who wrote. */
    private @Nullable Instant saidAbove(int depth) {
        Message above = inHeader ? atDepth.get(depth) : null;
        return above == null || above.from != null ? null : above.at;
    }

    private void begin(Message message) {
        messages.add(message);
        atDepth.put(message.depth, message);
    }

    private boolean isHeader(String bare, int depth) {
        Message message = Objects.requireNonNull(atDepth.get(depth), "a header follows its message");
        Instant at = Moments.in(bare, around);
        boolean header = HEADER.matcher(bare).matches() || at != null && bare.length() < 60;
        if (header && message.at == null) {
            message.at = at;
        }
        inHeader = header;
        return header || bare.isBlank();
    }

    private void words(String bare, int depth) {
        Message message = atDepth.get(depth);
        if (message == null) {
            message = new Message(null, depth, Source.WRITTEN, null);
            begin(message);
        }
        if (lastWritten != null && lastWritten != message && !message.lines().isEmpty()) {
            message.runs.add(new ArrayList<>());
        }
        message.lines().add(bare);
        lastWritten = message;
    }

    private List<Passage> passages() {
        Repeats repeats = new Repeats();
        for (Message message : inOrder()) {
            for (List<String> run : message.runs) {
                for (Passage passage : MessageBody.of(run).passages(message.from, message.source, message.at)) {
                    boolean nobodys = message.from == null && message.depth > 0;
                    repeats.add(message.depth, nobodys ? Passage.leftOut(passage.words(), Part.QUOTED) : passage);
                }
            }
        }
        return repeats.takenOnce();
    }

    /** By the moments they name, where all do; otherwise, where each quotes the one below it, from the bottom up. */
    private List<Message> inOrder() {
        List<Message> ordered = new ArrayList<>(
                messages.stream().filter(message -> message.from != null).toList());
        List<Message> notes =
                messages.stream().filter(message -> message.from == null).toList();
        Comparator<Message> byTime = Comparator.comparing(message -> Objects.requireNonNull(message.at));
        if (ordered.stream().allMatch(message -> message.at != null)) {
            ordered.sort(byTime);
        } else if (eachDeeper(ordered)) {
            Collections.reverse(ordered);
        }
        ordered.addAll(notes);
        return ordered;
    }

    private static boolean eachDeeper(List<Message> messages) {
        for (int n = 1; n < messages.size(); n++) {
            if (messages.get(n).depth <= messages.get(n - 1).depth) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Matcher> wrote(String bare) {
        return Stream.of(WROTE, SCHRIEB, HAT_GESCHRIEBEN)
                .map(said -> said.matcher(bare.strip()))
                .filter(Matcher::matches)
                .findFirst();
    }

    private static int depth(String line) {
        int depth = 0;
        for (char letter : line.toCharArray()) {
            if (letter == '>') {
                depth++;
            } else if (letter != ' ') {
                break;
            }
        }
        return depth;
    }

    /** Mail programs put spaces between a time and its half of the day that no pattern takes for one. */
    private static String spaced(String line) {
        return line.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static String unquoted(String line) {
        return line.replaceFirst("^(?:\\s*>)+ ?", "");
    }
}
