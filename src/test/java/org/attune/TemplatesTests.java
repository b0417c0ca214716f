package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the content security policy, and experience, forbid in a template. */
class TemplatesTests {

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>");

    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"(\\w+)");

    private final Map<Path, String> templates = Sources.texts(Sources.TEMPLATES, ".html");

    @Test
    void noTemplateHasStylesScriptsOrHandlersInIt() {
        assertThat(tagsWith("\\s(?:th:)?style=|\\son[a-z]+=|\\shx-on|<style|<script(?![^>]*src=)"))
                .isEmpty();
    }

    @Test
    void noTemplateLetsTextThroughUnescaped() {
        assertThat(tagsWith("th:utext")).isEmpty();
    }

    @Test
    void noConditionOrLoopSharesATagWithAReplacementThatComesBeforeIt() {
        assertThat(tagsWith(
                        "(?s)(?=.*\\sth:(?:replace|insert)=)(?=.*\\sth:(?:if|unless|each|with)=)(?!.*th:fragment).*"))
                .filteredOn(tag -> tag.contains("th:replace"))
                .isEmpty();
    }

    @Test
    void everyPostingFormCarriesItsToken() {
        assertThat(tagsWith("(?s)^<form(?=.*method=\"post\")(?!.*th:action=).*"))
                .isEmpty();
    }

    /** The selector would find both, and put the element in place as well. */
    @Test
    void noFragmentIsCalledLikeAnElementOfItsTemplate() {
        assertThat(templates.entrySet().stream().flatMap(template -> FRAGMENT.matcher(template.getValue())
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> Pattern.compile("<" + name + "[\\s>/]")
                                .matcher(template.getValue())
                                .find())
                        .map(name -> template.getKey() + ": " + name)))
                .isEmpty();
    }

    private List<String> tagsWith(String pattern) {
        Pattern forbidden = Pattern.compile(pattern);
        return templates.entrySet().stream()
                .flatMap(template -> TAG.matcher(template.getValue())
                        .results()
                        .map(found -> found.group())
                        .filter(tag -> forbidden.matcher(tag).find())
                        .map(tag -> template.getKey() + ": " + tag))
                .toList();
    }
}
