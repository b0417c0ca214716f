package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** The page of one need. */
final class NeedPage {

    private final Page page;

    NeedPage(Page page) {
        this.page = page;
    }

    NeedPage isOf(String title) {
        if (!page.url().contains("/needs/")) {
            page.locator("a[href*='/needs/']").filter(having(title)).first().click();
        }
        assertThat(page.locator("h1")).hasText(title);
        return this;
    }

    String id() {
        return page.url().replaceFirst(".*/needs/", "").replaceFirst("[?#/].*", "");
    }

    NeedPage belongsAlsoTo(String person, String role) {
        Locator form = opened("people", "Add somebody we know");
        form.locator("select").selectOption(new SelectOption().setLabel(person));
        form.getByLabel(role, new Locator.GetByLabelOptions().setExact(true)).check();
        return kept(form, "people", person);
    }

    NeedPage isAbout(String words) {
        Locator form = opened("words", "Something else they said is about it");
        form.locator("label.choice").filter(having(words)).click();
        return kept(form, "words", words);
    }

    NeedPage wasPlayedBack(String text, String answer) {
        Locator form = opened("confirmation", "It was played back to them");
        form.locator("#playback-text").fill(text);
        form.locator("label.choice").filter(having(answer)).click();
        form.locator(".seg label").filter(having("Yes, that is it")).click();
        return kept(form, "confirmation", text);
    }

    NeedPage costs(String amount, String per, String words) {
        return costs(amount, per, "EUR", words);
    }

    NeedPage costs(String amount, String per, String currency, String words) {
        Locator form = opened("cost", "They said what it costs");
        form.locator("label.choice").filter(having("They named it")).click();
        form.locator("#cost-low").fill(amount);
        form.locator("#cost-currency").selectOption(currency);
        form.locator("#cost-per").selectOption(new SelectOption().setLabel(per));
        form.locator("label.choice").filter(having(words)).click();
        return kept(form, "cost", per);
    }

    NeedPage wasSolvedBy(String theirPart, String ourPart, String agreed) {
        Locator form = opened("solution", "We found something together");
        form.locator("#solution-theirPart").fill(theirPart);
        form.locator("#solution-ourPart").fill(ourPart);
        form.locator("#solution-agreedTurn label.choice").filter(having(agreed)).click();
        return kept(form, "solution", ourPart);
    }

    private Locator opened(String section, String summary) {
        Locator fold = part(section)
                .locator("details")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("> summary").filter(having(summary))));
        fold.locator("> summary").click();
        return fold.locator("form");
    }

    private NeedPage kept(Locator form, String section, String words) {
        form.locator("button[type=submit]").click();
        assertThat(part(section).locator("form.formp").filter(new Locator.FilterOptions().setVisible(true)))
                .hasCount(0);
        assertThat(part(section)).containsText(words);
        return this;
    }

    private Locator part(String section) {
        return page.locator(section.equals("words") ? "section[aria-labelledby=words]" : "section#" + section);
    }

    private static Locator.FilterOptions having(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
