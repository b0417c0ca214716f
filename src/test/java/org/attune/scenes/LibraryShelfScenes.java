package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.attune.conversations.ConversationScene;
import org.attune.people.ContactId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quiet afternoon under the marketing hat: Maya reads what there is, writes what is missing, and says what led to it. */
@BrowserTest
class LibraryShelfScenes {

    private static final String SCRIPT =
            "<script>document.title = 'taken'</script> <img src=x onerror=\"document.title='taken'\">";

    private final Cast cast;
    private final ConversationScene scene;

    @TempDir
    private Path directory = Path.of("");

    LibraryShelfScenes(Cast cast, ConversationScene scene) {
        this.cast = cast;
        this.scene = scene;
    }

    @Test
    void aMaterialIsWrittenPreviewedGivenAFileAndPublishedWithWhatLedToIt(Visitor maya) throws IOException {
        Cast.Player player = cast.salesperson();
        ContactId helen = scene.contactOf(player.viewer());
        scene.heard(player.viewer(), scene.begun(player.viewer(), helen), helen, "We type every surcharge twice.");
        List<String> elsewhere = new ArrayList<>();
        Page page = maya.page();
        maya.signsIn(player.email(), Cast.PASSWORD);
        page.keyboard().press("h");
        assertThat(page.locator("html")).hasAttribute("data-hat", "marketing");
        page.waitForLoadState(); // the keys are there once the scripts are
        page.onRequest(request -> elsewhere.add(request.url()));
        page.keyboard().press("g");
        page.keyboard().press("l");
        assertThat(page.locator("h1")).hasText("Library");
        press(page, AriaRole.LINK, "Write a material");

        page.locator("#title").fill("What typing twice costs");
        page.locator("#purpose").fill("They can count what double entry takes from them.");
        page.locator("#step").selectOption("count_the_cost");
        page.locator("#body")
                .fill("# Count one week\n\n- a **stroke** each time\n\n![x](https://pictures.example/x.png) " + SCRIPT);
        press(page, AriaRole.BUTTON, "Preview");
        assertThat(page.locator("#preview h3")).hasText("Count one week");
        assertThat(page.locator("#preview strong")).hasText("stroke");
        assertThat(page.locator("#preview .written")).containsText("<script>");
        assertThat(page.locator("#title")).hasValue("What typing twice costs");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("library-writing");
        press(page, AriaRole.BUTTON, "Keep the draft");
        assertThat(page.locator("#toasts")).containsText("The draft is kept.");

        filed(page, large());
        assertThat(page.locator("h1")).hasText("This is too large");
        page.goBack();
        filed(page, Files.writeString(directory.resolve("report.pdf"), "<html><body>" + SCRIPT + "</body></html>"));
        assertThat(page.locator("#file-error")).containsText("a page or a drawing that a browser would run");
        assertThat(page.locator(".panel.draft")).containsText("Count one week");
        filed(
                page,
                Files.writeString(
                        directory.resolve("Count Übersicht.pdf"), "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n"));
        assertThat(page.locator("#toasts")).containsText("The file is added.");

        press(page, AriaRole.LINK, "Name what was heard that led to it");
        page.locator("#q").fill("surcharge");
        press(page, AriaRole.BUTTON, "Look");
        press(page, AriaRole.BUTTON, "This led to it We type every surcharge twice.");
        assertThat(page.locator("main")).containsText("We type every surcharge twice.");
        maya.findsItAccessible();
        press(page, AriaRole.LINK, "What typing twice costs");
        press(page, AriaRole.BUTTON, "Publish it");
        assertThat(page.locator("#toasts")).containsText("“What typing twice costs” is published.");
        assertThat(page.locator("main q")).hasText("We type every surcharge twice.");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("library-material");
        maya.inTheDark().keepsAPicture("library-material-dark");

        Download download = page.waitForDownload(() -> press(page, AriaRole.LINK, "Count Übersicht.pdf"));
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("Count Übersicht.pdf");
        Assertions.assertThat(page.title()).isEqualTo("What typing twice costs · Attune");
        Assertions.assertThat(elsewhere).noneMatch(url -> url.contains("pictures.example"));
    }

    @Test
    void anotherReadsItOnAPhoneAndWritesTheNextVersion(@OnAPhone Visitor ben) {
        ben.isSignedIn(cast.salesperson().email(), Cast.PASSWORD).finds("/library/materials/new");
        Page page = ben.page();
        page.locator("#title").fill("Eleven agreements in one head");
        page.locator("#purpose").fill("They know whom to ask what.");
        page.locator("#body")
                .fill("Three questions for an afternoon.\n\n1. What?\n2. Who?\n\n> In their words.\n\n`"
                        + "x".repeat(90) + "`");
        press(page, AriaRole.BUTTON, "Keep the draft");
        press(page, AriaRole.BUTTON, "Publish it");
        press(page, AriaRole.LINK, "Write the next version");
        page.locator("#news").fill("A fourth question.");
        press(page, AriaRole.BUTTON, "Keep the draft");
        ben.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("library-material-390");
        press(page, AriaRole.BUTTON, "Publish it");
        assertThat(page.locator("main")).containsText("version 2");
        ben.finds("/library?q=eleven+agreements")
                .findsItAccessible()
                .scrollsOnlyDownwards()
                .keepsAPicture("library-390");
        ben.inTheDark().keepsAPicture("library-390-dark");
    }

    private void filed(Page page, Path file) {
        page.locator("#file").setInputFiles(file);
        press(page, AriaRole.BUTTON, "Add the file");
    }

    /** Fifty megabytes. */
    private Path large() throws IOException {
        Path file = directory.resolve("film.pdf");
        Files.writeString(file, "%PDF-1.4\n", StandardCharsets.US_ASCII);
        try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(50L * 1024 * 1024);
        }
        return file;
    }

    private static void press(Page page, AriaRole role, String name) {
        page.locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
