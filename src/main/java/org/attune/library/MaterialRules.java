package org.attune.library;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attune.platform.Language;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** What a material may be like, in its words. */
final class MaterialRules {

    static final int TITLE = 120;
    static final int PURPOSE = 500;
    static final int SPEAKS_TO = 2000;
    static final int BODY = 50_000;
    static final int NEWS = 1000;
    static final int URL = 2000;
    static final int THEMES = 12;

    private MaterialRules() {}

    /** @param stages the keys of those there are */
    static MaterialDetails checked(MaterialDetails typed, Set<String> stages) {
        if (Language.known(typed.language()).isEmpty()) {
            throw new RuleRefused("library.refused.language", "language");
        }
        String stage = typed.stage();
        if (stage != null && !stages.contains(stage)) {
            throw new RuleRefused("library.refused.stage", "stage");
        }
        return new MaterialDetails(
                said(PlainText.line(typed.title()), TITLE, "title"),
                said(lines(typed.purpose()), PURPOSE, "purpose"),
                stage,
                typed.step(),
                typed.language(),
                atMost(lines(typed.speaksTo()), SPEAKS_TO, "speaksTo"),
                themes(typed.themes()));
    }

    /** What stories have in common with materials. */
    static MaterialDetails common(String title, String language, String speaksTo, List<String> themes) {
        return checked(new MaterialDetails(title, title, null, null, language, speaksTo, themes), Set.of());
    }

    static MaterialContent checked(MaterialContent typed) {
        return new MaterialContent(
                atMost(lines(typed.body()), BODY, "body"),
                address(PlainText.lineOrNothing(typed.url())),
                PlainText.linesOrNothing(atMost(lines(typed.news()), NEWS, "news")));
    }

    static String lines(@Nullable String typed) {
        String lines = PlainText.linesOrNothing(typed);
        return lines == null ? "" : lines;
    }

    private static String said(String text, int longest, String field) {
        if (!PlainText.saysSomething(text)) {
            throw new RuleRefused("library.refused." + field, field);
        }
        return atMost(text, longest, field);
    }

    static String atMost(String text, int longest, String field) {
        if (PlainText.length(text) > longest) {
            throw new RuleRefused("library.refused.long", field, longest);
        }
        return text;
    }

    /** Only what a browser opens as a page: a place of the web, named in full. */
    private static @Nullable String address(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI place = new URI(atMost(url, URL, "url"));
            String scheme = String.valueOf(place.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http"))
                    && place.getHost() != null
                    && place.getUserInfo() == null) {
                return place.toString();
            }
        } catch (URISyntaxException noAddress) {
            // as below
        }
        throw new RuleRefused("library.refused.url", "url");
    }

    private static List<String> themes(List<String> typed) {
        List<String> themes = typed.stream()
                .flatMap(one -> Arrays.stream(one.split("[,;\n]")))
                .map(PlainText::line)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        if (themes.size() > THEMES) {
            throw new RuleRefused("library.refused.themes", "themes", THEMES);
        }
        return themes;
    }
}
