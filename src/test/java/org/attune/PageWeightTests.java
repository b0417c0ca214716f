package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a browser loads once, as it is sent. How much a page itself weighs is seen where pages are walked. */
class PageWeightTests {

    private static final int KILOBYTE = 1_024;
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern WEBJAR = Pattern.compile("@\\{(/webjars/[^}]+)}");

    @Test
    void allStylesScriptsAndFontsTogetherAreSmall() {
        long ours = files("/css", "/js").mapToLong(PageWeightTests::compressed).sum();
        long fonts = files("/fonts")
                .filter(file -> file.toString().endsWith(".woff2"))
                .mapToLong(file -> bytes(file).length)
                .sum();
        long theirs = webjars().mapToLong(PageWeightTests::weight).sum();

        assertThat(ours + fonts + theirs).isLessThan(250 * KILOBYTE);
    }

    @Test
    void whatDrawsChartsIsLoadedOnlyWhereThereAreSome() {
        assertThat(Sources.texts(Path.of(Sources.TEMPLATES + "/insight"), ".html").entrySet().stream()
                        .filter(template -> template.getValue().contains(":: foot}"))
                        .filter(template -> !template.getValue().contains(":: chart("))
                        .map(template -> template.getKey().toString()))
                .isEmpty();
    }

    private static Stream<Path> files(String... folders) {
        return Stream.of(folders).flatMap(folder -> {
            try {
                return Files.list(Path.of(STATIC + folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What templates refer to of others' making. */
    private static Stream<String> webjars() {
        return Sources.texts(Sources.TEMPLATES, ".html").values().stream()
                .flatMap(template -> WEBJAR.matcher(template).results())
                .map(found -> found.group(1))
                .distinct();
    }

    private static long weight(String webjar) {
        try (var file = PageWeightTests.class.getResourceAsStream("/META-INF/resources" + webjar)) {
            return Weight.of(Objects.requireNonNull(file, webjar).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long compressed(Path file) {
        return Weight.of(bytes(file));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
