package org.attune.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One reason why a sentence sells, by the words it is known by in each language. */
record PitchRule(String id, Map<String, Signs> languages) {

    private static final String FILE = "/library/pitch-lint.yaml";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** @param unless what keeps the rule silent */
    record Signs(List<Pattern> any, @Nullable Pattern unless) {}

    static List<PitchRule> readAll() {
        try (InputStream file = PitchRule.class.getResourceAsStream(FILE)) {
            List<Map<String, Object>> rules = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return rules.stream().map(PitchRule::read).toList();
        } catch (IOException notRead) {
            throw new UncheckedIOException(notRead);
        }
    }

    private static PitchRule read(Map<String, Object> written) {
        Map<String, Signs> languages = new HashMap<>();
        written.forEach((language, signs) -> {
            if (signs instanceof Map<?, ?> found) {
                languages.put(language, signs(found));
            }
        });
        return new PitchRule(String.valueOf(written.get("id")), Map.copyOf(languages));
    }

    private static Signs signs(Map<?, ?> written) {
        List<Pattern> any = new ArrayList<>();
        texts(written.get("words")).forEach(words -> any.add(wholeWords(words)));
        texts(written.get("patterns")).forEach(pattern -> any.add(Pattern.compile(pattern, FLAGS)));
        Object unless = written.get("unless");
        return new Signs(List.copyOf(any), unless == null ? null : Pattern.compile(unless.toString(), FLAGS));
    }

    private static List<String> texts(@Nullable Object written) {
        return written instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Pattern wholeWords(String words) {
        boolean anyEnding = words.endsWith("*");
        String stem = anyEnding ? words.substring(0, words.length() - 1) : words;
        String spaced = Pattern.quote(stem).replace(" ", "\\E\\s+\\Q").replace("'", "\\E['’]\\Q");
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + spaced + (anyEnding ? "\\p{L}*" : "(?![\\p{L}\\p{N}])"), FLAGS);
    }

    /** The words by which the sentence sells; none where it does not. */
    Optional<String> in(String sentence, String language) {
        Signs signs = languages.get(language);
        if (signs == null
                || signs.unless() != null && signs.unless().matcher(sentence).find()) {
            return Optional.empty();
        }
        return signs.any().stream()
                .map(sign -> sign.matcher(sentence))
                .filter(Matcher::find)
                .map(found -> found.group().strip())
                .findFirst();
    }
}
