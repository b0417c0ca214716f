package org.attune.questions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.attune.platform.Language;

/** Looks at a question for what may keep it from opening somebody up. It advises and refuses nothing. */
final class Listening {

    private static final Map<Language, Map<Remark, Pattern>> SIGNS = new EnumMap<>(Map.of(
            Language.ENGLISH, signs("open-questions.en.txt"),
            Language.GERMAN, signs("open-questions.de.txt")));

    private Listening() {}

    static Set<Remark> remarks(String question, Language language) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        if (!question.contains("?")) {
            remarks.add(Remark.NO_QUESTION);
        }
        if (question.chars().filter(letter -> letter == '?').count() > 1) {
            remarks.add(Remark.SEVERAL);
        }
        String said = question.toLowerCase(Locale.ROOT).replace('\'', '’');
        SIGNS.getOrDefault(language, Map.of()).forEach((remark, sign) -> {
            if (sign.matcher(said).find()) {
                remarks.add(remark);
            }
        });
        return remarks;
    }

    /** Each line names the remark and the words; a dash before them: at the beginning of a sentence only. */
    private static Map<Remark, Pattern> signs(String file) {
        Map<Remark, StringBuilder> found = new EnumMap<>(Remark.class);
        for (String line : lines(file)) {
            String[] parts = line.split(":", 2);
            Remark remark = Remark.valueOf(parts[0].strip().toUpperCase(Locale.ROOT));
            String words = parts[1].strip();
            boolean begins = words.startsWith("-");
            String sign = (begins ? "(?:^|[.;:!?]\\s+)" : "(?<!\\p{L})")
                    + Pattern.quote(begins ? words.substring(1).strip() : words) + "(?!\\p{L})";
            found.merge(remark, new StringBuilder(sign), (all, one) -> all.append('|')
                    .append(one));
        }
        Map<Remark, Pattern> signs = new EnumMap<>(Remark.class);
        found.forEach((remark, pattern) -> signs.put(remark, Pattern.compile(pattern.toString())));
        return signs;
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Listening.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
