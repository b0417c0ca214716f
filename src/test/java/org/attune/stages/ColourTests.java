package org.attune.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every colour of the palette can be told from what it is drawn on, in light and in dark. */
class ColourTests {

    private static final Path TOKENS = Path.of("src/main/resources/static/css/tokens.css");
    private static final String OKLCH = "oklch\\(([\\d.]+) ([\\d.]+) (\\d+)\\)";

    /** What WCAG asks of graphics that carry a meaning. */
    private static final double ENOUGH = 3;

    @ParameterizedTest
    @EnumSource(Colour.class)
    void keepsItsContrast(Colour colour) throws IOException {
        for (String ground : new String[] {"paper", "surface", "accent-soft"}) {
            for (int theme = 0; theme < 2; theme++) {
                assertThat(contrast(luminance("stage-" + colour.word(), theme), luminance(ground, theme)))
                        .as("%s on %s, %s", colour, ground, theme == 0 ? "light" : "dark")
                        .isGreaterThanOrEqualTo(ENOUGH);
            }
        }
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** @param theme 0 for light, 1 for dark */
    private static double luminance(String token, int theme) throws IOException {
        Matcher found = Pattern.compile("--" + token + ":\\s*light-dark\\(" + OKLCH + ",\\s*" + OKLCH)
                .matcher(Files.readString(TOKENS));
        assertThat(found.find()).as(token).isTrue();
        int first = theme * 3 + 1;
        return luminance(
                Double.parseDouble(found.group(first)),
                Double.parseDouble(found.group(first + 1)),
                Math.toRadians(Double.parseDouble(found.group(first + 2))));
    }

    /** Of a colour in OKLCH, by the way over linear sRGB. */
    private static double luminance(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(hue);
        double b = chroma * Math.sin(hue);
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        double red = within(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        double green = within(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        double blue = within(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    private static double within(double channel) {
        return Math.max(0, Math.min(1, channel));
    }
}
