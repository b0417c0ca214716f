package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every browser fetches the sprite, so it holds the icons that are shown and no others. */
class IconsTests {

    private static final Path SPRITE = Path.of("src/main/resources/static/img/icons.svg");
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"");
    private static final Pattern SHOWN = Pattern.compile("attune:(?:icon|tiny)=\"([a-z0-9-]+)\"");
    private static final Pattern NAMED = Pattern.compile("['\"]([a-z][a-z0-9-]*)['\"]");

    @Test
    void everyIconThatIsShownIsInTheSprite() throws IOException {
        assertThat(sprite()).containsAll(found(SHOWN));
    }

    @Test
    void noIconIsLeftUnused() throws IOException {
        Set<String> unused = sprite();
        unused.removeAll(found(NAMED));

        assertThat(unused).isEmpty();
    }

    private static Set<String> sprite() throws IOException {
        return SYMBOL.matcher(Files.readString(SPRITE))
                .results()
                .map(symbol -> symbol.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) {
        return Stream.concat(
                        Sources.texts(Sources.TEMPLATES, ".html").values().stream(),
                        Sources.texts(Sources.JAVA, ".java").values().stream())
                .flatMap(text -> pattern.matcher(text).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
