package org.attune.scenes;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Asks axe itself, since its client for Java brings along all that was found to be right as well. */
final class Axe {

    /** In the dark the page is the same one in other colours, so only what is about colours is looked at again. */
    static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    /** What differs from page to page; the frame is three quarters of most. */
    private static final String WITHIN_THE_FRAME = "main, dialog[open], [role=status], [role=alert]";

    /** What a page is asked as a whole, whichever part of it is new. */
    private static final List<String> AS_A_WHOLE = List.of(
            "aria-hidden-body",
            "bypass",
            "document-title",
            "duplicate-id-aria",
            "heading-order",
            "html-has-lang",
            "html-lang-valid",
            "landmark-no-duplicate-main",
            "landmark-one-main",
            "landmark-unique",
            "meta-viewport",
            "page-has-heading-one",
            "region");

    /**
     * Each run builds its picture of the whole page anew, so there is one run, in which only the rules are told what they
     * need not look at again. And a third of it went into parsing the same few colours thousands of times.
     */
    private static final String MADE_QUICK = """
            ;(() => {
              const colour = axe.commons.color.Color.prototype, parse = colour.parseString, parsed = new Map();
              colour.parseString = function (text) {
                if (parsed.has(text)) return Object.assign(this, parsed.get(text));
                parse.call(this, text);
                parsed.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
                return this;
              };
              for (const rule of axe._audit.rules) {
                const gather = rule.gather;
                rule.gather = function (...where) {
                  const nodes = gather.apply(this, where);
                  return axe.looksAt && !axe.asAWhole.includes(this.id)
                    ? nodes.filter(node => node.actualNode.closest(axe.looksAt)) : nodes;
                };
              }
            })()""";

    private static final String FINDINGS = """
            async ([looksAt, asAWhole, rules]) => {
              Object.assign(axe, { looksAt, asAWhole });
              const { violations } = await axe.run(document,
                { resultTypes: ["violations"], preload: false, ...(rules.length ? { runOnly: rules } : {}) });
              return violations.map(rule => `${rule.id}: ${rule.help} ${rule.nodes[0].html}`);
            }""";

    private final Page page;
    private boolean comesAlong;

    Axe(Page page) {
        this.page = page;
    }

    /** By these rules, all where none are named; in what is within the frame only, where the frame itself is known. */
    Object finds(boolean knowsTheFrame, List<String> rules) {
        isThere();
        return page.evaluate(FINDINGS, List.of(knowsTheFrame ? WITHIN_THE_FRAME : "", AS_A_WHOLE, rules));
    }

    /** Half a megabyte, so it is sent once and not to every page. */
    private void isThere() {
        if (!comesAlong) {
            page.context().addInitScript(AxeBuilder.getAxeScript() + MADE_QUICK);
            comesAlong = true;
        }
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe == 'object'"))) {
            page.evaluate(AxeBuilder.getAxeScript() + MADE_QUICK);
        }
    }
}
