package org.attune;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.attune.platform.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every word on screen is there in every language, with the same places for what is put into it. */
class TranslationTests {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)");
    private static final Object[] NUMBERS = Collections.nCopies(10, 2).toArray();

    private final Map<Path, String> files = Sources.texts(Sources.MESSAGES, ".properties");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void noKeyIsMissing(Language language) {
        assertThat(keysOnlyIn(words(Language.ENGLISH), words(language))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void noKeyIsLeftUnused(Language language) {
        assertThat(keysOnlyIn(words(language), words(Language.ENGLISH))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void whatIsPutIntoASentenceIsTheSame(Language language) {
        Map<String, String> words = words(language);
        Set<String> different = new TreeSet<>();
        words(Language.ENGLISH).forEach((key, english) -> {
            if (!parameters(english).equals(parameters(words.getOrDefault(key, english)))) {
                different.add(key + ": " + english + " / " + words.get(key));
            }
        });
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void noSentenceIsLeftInEnglish(Language language) {
        Map<String, String> words = words(language);
        assertThat(words(Language.ENGLISH).entrySet().stream()
                        .filter(entry -> PARAMETER
                                .matcher(entry.getValue())
                                .replaceAll("")
                                .matches(".*\\p{L}+ \\p{L}+.*"))
                        .filter(entry -> entry.getValue().equals(words.get(entry.getKey())))
                        .filter(entry -> !isInTheCustomersLanguage(entry.getKey()))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceCanBeSaid(Language language) {
        Locale locale = Locale.forLanguageTag(language.tag());
        Map<String, String> ours = words(language);
        ours.keySet().removeIf(key -> key.startsWith("jakarta.")); // put together by the validator, by name
        ours.forEach((key, message) -> assertThatCode(() -> new MessageFormat(message, locale).format(NUMBERS))
                .as("%s in %s", key, language)
                .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsShoutedAtAndApostrophesAreTypographic(Language language) {
        assertThat(words(language).entrySet().stream()
                        .filter(entry -> entry.getValue().matches(".*['!\"].*")))
                .isEmpty();
    }

    @Test
    void noFileIsOfALanguageNobodyCanChoose() {
        assertThat(files.keySet().stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.contains("_"))
                        .map(name -> name.replaceAll(".*_|\\.properties", ""))
                        .filter(code -> Language.known(code).isEmpty()))
                .isEmpty();
    }

    /** What is to be copied and sent names its language at the end of its key. */
    private static boolean isInTheCustomersLanguage(String key) {
        return Language.known(key.substring(key.lastIndexOf('.') + 1)).isPresent();
    }

    private static Set<String> keysOnlyIn(Map<String, String> one, Map<String, String> other) {
        Set<String> only = new TreeSet<>(one.keySet());
        only.removeAll(other.keySet());
        return only;
    }

    private static Set<String> parameters(String message) {
        return PARAMETER
                .matcher(message)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private Map<String, String> words(Language language) {
        String ending = language == Language.ENGLISH ? "" : "_" + language.code();
        Map<String, String> words = new TreeMap<>();
        files.forEach((file, text) -> {
            if (file.getFileName().toString().matches("[a-z]+" + ending + "\\.properties")) {
                Properties bundle = loaded(text);
                bundle.stringPropertyNames().forEach(key -> words.put(key, bundle.getProperty(key)));
            }
        });
        return words;
    }

    private static Properties loaded(String text) {
        Properties bundle = new Properties();
        try {
            bundle.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
