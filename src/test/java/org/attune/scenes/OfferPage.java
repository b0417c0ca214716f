package org.attune.scenes;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The pages of an offer. */
final class OfferPage {

    private OfferPage() {}

    /** Fills in what nobody said, and records it. */
    static void records(Page page, String title) {
        page.locator("#title").fill(title);
        page.locator("#scope").fill("A trial with three drivers, then all thirty-one.");
        page.locator("#once").fill("9600");
        page.locator("#currency").selectOption("EUR");
        page.locator("form.formp > .row button[type=submit]").click();
    }

    static void decides(Page page, String answer, String reason) {
        Locator form = page.locator("form[action$='/decisions']");
        form.locator("label.choice")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("b").getByText(answer, new Locator.GetByTextOptions().setExact(true))))
                .click();
        form.locator("#reason").fill(reason);
        form.locator("button[type=submit]").click();
    }
}
