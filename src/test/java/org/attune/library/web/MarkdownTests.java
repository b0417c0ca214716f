package org.attune.library.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Whatever somebody writes, what stands on the page is elements of ours and text. */
class MarkdownTests {

    private static final SpringTemplateEngine ENGINE = engine();

    /** The only tags there may be, with the only attributes. */
    private static final Pattern OURS = Pattern.compile(
            "</?(?:p|h[3-6]|em|strong|ul|li|blockquote|pre|code)>|</?ol>"
                    + "|<ol start=\"\\d+\">|<br>|<hr>|</a>|<a href=\"(?:https?://|mailto:)[^\"<>]*\" rel=\"noopener noreferrer\">");

    private static SpringTemplateEngine engine() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new MarkdownDialect());
        return engine;
    }

    private static String page(String source) {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("source", source);
        String page = ENGINE.process("<div attune:markdown=\"${source}\">as drawn</div>", context);
        assertThat(page).startsWith("<div>").endsWith("</div>");
        return page.substring("<div>".length(), page.length() - "</div>".length());
    }

    private static void assertHarmless(String page) {
        assertThat(OURS.matcher(page).replaceAll("")).doesNotContain("<", ">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Two *hours* a **week**.| <p>Two <em>hours</em> a <strong>week</strong>.</p>",
                "# Counting| <h3>Counting</h3>",
                "- one\\n- two| <ul><li>one</li><li>two</li></ul>",
                "3. three| <ol start=\"3\"><li>three</li></ol>",
                "> said| <blockquote><p>said</p></blockquote>",
                "`a < b`| <p><code>a &lt; b</code></p>",
                "[read](https://example.org/a?b=1&c=2)| <p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">read</a></p>",
                "<https://example.org>| <p><a href=\"https://example.org\" rel=\"noopener noreferrer\">https://example.org</a></p>",
                "<ola@example.org>| <p><a href=\"mailto:ola@example.org\" rel=\"noopener noreferrer\">ola@example.org</a></p>",
                "![a table](https://example.org/t.png)| <p><a href=\"https://example.org/t.png\" rel=\"noopener noreferrer\">a table</a></p>",
                "---| <hr>",
                "[[${7+7}]] ${7+7}| <p>[[${7+7}]] ${7+7}</p>",
            })
    void writesWhatIsMeant(String source, String page) {
        assertThat(page(source.replace("\\n", "\n"))).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "before <script>alert(1)</script> after",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<svg/onload=alert`1`>",
                "<div><p onclick=\"alert(1)\">x\n\n**y**</div>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#x73;cript:alert(1))",
                "[x](&#1;javascript:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](vbscript:msgbox(1))",
                "[x](//elsewhere.example)",
                "[x](/sign-out)",
                "[x](https:javascript:alert(1))",
                "[x](https://you@elsewhere.example\\@)",
                "[x](https://a.example \"a title\" onmouseover=alert(1))",
                "[x](https://a.example/\"onmouseover=\"alert(1))",
                "[x](https://a.example/%22%3E%3Cscript%3Ealert(1)%3C/script%3E)",
                "![x](javascript:alert(1))",
                "![<script>alert(1)</script>](https://a.example/x.png)",
                "<javascript:alert(1)>",
                "<data:text/html,x>",
                "[x]\n\n[x]: javascript:alert(1)",
                "``` \"><script>alert(1)</script>\nx\n```",
                "```html\n</code></pre><script>alert(1)</script>\n```",
                "    </pre><script>alert(1)</script>",
                "# <script>alert(1)</script>",
                "> <style>*{display:none}</style>",
                "<!-- --><script>alert(1)</script>",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php echo 1 ?>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "\\<script>alert(1)\\</script>",
                "[![x](javascript:alert(1))](https://a.example)",
                "[a [b](https://b.example) c](https://a.example)",
                "<th:block th:utext=\"${7*7}\">",
            })
    void scriptsStayText(String source) {
        String page = page(source);
        assertHarmless(page);
        assertThat(page).doesNotContain("href=\"java", "href=\"data", "href=\"vb", "href=\"/", "49");
    }

    @Test
    void aLinkThatLeadsNowhereGoodKeepsItsWords() {
        assertThat(page("Press [here](javascript:alert(1)) now.")).isEqualTo("<p>Press here now.</p>");
    }

    @Test
    void headingsBeginBelowThatOfThePageAndLeaveNoneOut() {
        assertThat(page("#### a\n\n# b\n\n###### c")).isEqualTo("<h3>a</h3><h3>b</h3><h4>c</h4>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "> ",
                "- ",
                "* ",
                "1. ",
                "[",
                "![",
                "]",
                "*",
                "**",
                "_a",
                "*a ",
                "**a _b ",
                "`",
                "``a",
                "<",
                "<a ",
                "<!--",
                "&",
                "\\",
                "[a](",
                "![a](<",
                "[](",
                "a\n",
                "\t",
                "#",
                "~",
                "<div>\n",
                "[a]: ",
                "\n\n- a\n  ",
                "[a][b](c)[d] "
            })
    void hugeAndDeepTextsAreWrittenInTheirTime(String piece) {
        String source = piece.repeat(50_000 / piece.length());
        Assertions.assertThat(org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> page(source)))
                .satisfies(MarkdownTests::assertHarmless);
    }

    @Test
    void depthsThatGrowLineByLineEndSomewhere() {
        StringBuilder source = new StringBuilder();
        for (int n = 0; n < 300; n++) {
            source.append(" ".repeat(n)).append("- a\n");
        }
        for (int n = 0; n < 300; n++) {
            source.append("> ".repeat(n)).append("b\n");
        }
        assertHarmless(page(source.toString()));
    }

    @Property(tries = 500)
    void anythingIsHarmless(
            @ForAll
                    @Chars({
                        '<', '>', '[', ']', '(', ')', '!', '*', '_', '`', '"', '\'', '&', '#', ':', '/', '\\', '\n',
                        ' ', '-'
                    })
                    @CharRange(from = 'a', to = 'j')
                    String source) {
        assertHarmless(page(source));
    }
}
