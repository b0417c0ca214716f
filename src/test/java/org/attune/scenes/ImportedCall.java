package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** What somebody does with the file of a call. */
final class ImportedCall {

    private static final Path CALLS = Path.of("src/test/resources/sales_calls");

    private ImportedCall() {}

    static void imports(Page page, String call) {
        page.navigate("/import");
        page.locator("#conversations input[type=file]").setInputFiles(CALLS.resolve(call));
        page.locator("#conversations button[type=submit]").click();
        page.locator("form.formp button[type=submit]").click();
        page.locator("a[href$='/notes']").click();
    }

    /** One after the other, as they were proposed; our questions and theirs with them. */
    static void confirmsUntil(Page page, String words) {
        Locator now = page.locator(".prop.now");
        while (!now.locator("textarea").inputValue().contains(words)) {
            String at = now.getAttribute("id");
            now.locator("button[value=confirm]").click();
            assertThat(page.locator(".prop.now")).not().hasAttribute("id", at);
        }
    }

    static void unfolds(Locator proposal) {
        Locator more = proposal.locator("[data-more]");
        if (more.count() > 0) {
            more.click();
        }
    }

    static Locator turn(Page page, String words) {
        return page.locator("#turns li.turn").filter(having(words)).first();
    }

    static Locator.FilterOptions having(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
