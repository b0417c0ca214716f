package org.attune;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every word on screen is in a bundle, and every bundle holds only words that are shown. A key that is put together at
 * run time counts as used when the source names its beginning up to a point: {@code "people.stage." + name}, or in the
 * code, where the point is added elsewhere, {@code words.of("people.stage", …)}.
 */
class MessagesTests {

    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");
    private static final Pattern WORDS = Pattern.compile("[a-z][\\w-]*(?:\\.[\\w-]+)+\\.?|[a-z][\\w-]*\\.(?=[^\\w])");
    private static final Pattern LITERAL = Pattern.compile("\"\\{?([a-z][a-z-]*(?:\\.[\\w-]+)+)\\}?\"");

    private final Map<String, Properties> bundles = bundles();
    private final Map<Path, String> templates = Sources.texts(Sources.TEMPLATES, ".html");
    private final Map<Path, String> java = Sources.texts(Sources.JAVA, ".java");

    @Test
    void everyKeyATemplateShowsExists() {
        assertThat(missing(templates, IN_TEMPLATE, key -> true)).isEmpty();
    }

    @Test
    void everyKeyTheCodeNamesExists() {
        assertThat(missing(java, LITERAL, this::looksLikeAKey)).isEmpty();
    }

    @Test
    void noKeyIsLeftUnused() {
        Set<String> named = Stream.concat(templates.values().stream(), java.values().stream())
                .flatMap(text -> WORDS.matcher(text).results())
                .map(found -> found.group())
                .collect(toCollection(TreeSet::new));
        java.values().stream()
                .flatMap(text -> LITERAL.matcher(text).results())
                .forEach(found -> named.add(found.group(1) + "."));
        Set<String> unused = ours().keySet().stream()
                .filter(key -> !named.contains(key) && !startsLikeOneOf(key, named))
                .collect(toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyKeyBeginsWithTheNameOfItsModule() {
        Set<String> strangers = new TreeSet<>();
        bundles.forEach((module, bundle) -> bundle.stringPropertyNames().stream()
                .filter(key -> !module.equals("validation") && !key.startsWith(module + "."))
                .forEach(strangers::add));
        assertThat(strangers).isEmpty();
    }

    @Test
    void everyMessageCanBeFormatted() {
        ours().values()
                .forEach(message -> assertThat(new MessageFormat(message)).isNotNull());
    }

    @Test
    void apostrophesAreTypographic() {
        assertThat(ours().entrySet().stream().filter(entry -> entry.getValue().contains("'")))
                .as("a straight one also confuses MessageFormat")
                .isEmpty();
    }

    @Test
    void nobodyIsShoutedAt() {
        assertThat(ours().entrySet().stream().filter(entry -> entry.getValue().contains("!")))
                .isEmpty();
    }

    private String missing(Map<Path, String> sources, Pattern pattern, java.util.function.Predicate<String> isKey) {
        Map<String, String> known = ours();
        return sources.entrySet().stream()
                .flatMap(source -> pattern.matcher(source.getValue())
                        .results()
                        .map(found -> found.group(1))
                        .filter(isKey)
                        .filter(key -> !key.endsWith(".") && !known.containsKey(key))
                        .map(key -> key + " in " + source.getKey()))
                .distinct()
                .collect(joining("\n"));
    }

    /** A literal in the manner of a key of a module that has a bundle, and no name of a file. */
    private boolean looksLikeAKey(String literal) {
        return !literal.endsWith(".txt") && bundles.containsKey(literal.substring(0, literal.indexOf('.')));
    }

    private static boolean startsLikeOneOf(String key, Set<String> named) {
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            String start = key.substring(0, dot + 1);
            if (start.indexOf('.') < dot && named.contains(start)) {
                return true;
            }
        }
        return false;
    }

    private Map<String, String> ours() {
        Map<String, String> all = new TreeMap<>();
        bundles.forEach((module, bundle) -> {
            if (!module.equals("validation")) {
                bundle.stringPropertyNames().forEach(key -> all.put(key, bundle.getProperty(key)));
            }
        });
        return all;
    }

    private static Map<String, Properties> bundles() {
        Map<String, Properties> bundles = new TreeMap<>();
        Sources.texts(Sources.MESSAGES, ".properties").forEach((file, text) -> {
            if (file.getFileName().toString().contains("_")) {
                return; // the same words in another language
            }
            Properties bundle = new Properties();
            try {
                bundle.load(new StringReader(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            bundles.put(file.getFileName().toString().replace(".properties", ""), bundle);
        });
        return bundles;
    }
}
