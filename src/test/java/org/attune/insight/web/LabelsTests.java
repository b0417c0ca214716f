package org.attune.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands alone in a cell, a chip, a legend or before a figure begins with a capital, as it does in a list. */
class LabelsTests {

    private static final Path BUNDLES = Path.of("src", "main", "resources", "messages");

    private static final Pattern ALONE =
            Pattern.compile("insight\\.row\\..*|insight\\.listening\\.(fact\\..*|lower|middle|upper)"
                    + "|insight\\.offers\\.no-day|insight\\.sales\\.quadrant\\..*|insight\\.pull\\.nos\\.(offer|them|us)"
                    + "|insight\\.pull\\.touches\\.(asked|unasked|tried)|insight\\.flow\\.(first|(on|back|aside|retired)\\.all)"
                    + "|insight\\.[a-z]+\\.figure\\..*|insight\\.(tab|column)\\..*");

    @ParameterizedTest
    @ValueSource(strings = {"insight.properties", "insight_de.properties"})
    void areWrittenLikeTheBeginningOfASentence(String bundle) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle), StandardCharsets.UTF_8)) {
            words.load(reader);
        }

        assertThat(words.entrySet().stream()
                        .filter(one -> ALONE.matcher((String) one.getKey()).matches()))
                .hasSizeGreaterThan(100)
                .allSatisfy(one -> assertThat(((String) one.getValue()).codePointAt(0))
                        .as(one.toString())
                        .matches(first -> first == '{' || !Character.isLowerCase(first)));
    }
}
