package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.digest.Mornings;
import org.attune.mail.MailServer;
import org.attune.mail.Postbox;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In by a letter: somebody new, somebody who has forgotten their password, and each morning whoever wants one. */
@BrowserTest
class LetterScenes {

    private static final Pattern LINK = Pattern.compile("https://attune\\.example\\.org(/[\\w-]+/[\\w-]+)");

    private final Cast cast;
    private final Somebody somebody;
    private final Happened happened;
    private final Promises promises;
    private final Mornings mornings;
    private final Postbox postbox;
    private final JdbcClient jdbc;
    private MailServer server;

    LetterScenes(
            Cast cast,
            Somebody somebody,
            Happened happened,
            Promises promises,
            Mornings mornings,
            Postbox postbox,
            JdbcClient jdbc) {
        this.cast = cast;
        this.somebody = somebody;
        this.happened = happened;
        this.promises = promises;
        this.mornings = mornings;
        this.postbox = postbox;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void setAServer() {
        server = postbox.opens();
    }

    @AfterEach
    void takeItAway() {
        postbox.closes();
        jdbc.sql("update digest_choice set wanted = false").update();
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void anAdminInvitesSomebodyAndTheyComeInByTheLetter(Visitor admin, @OnAPhone Visitor ola, Visitor late) {
        String email = "ola-" + Ids.next() + "@attune.example";
        String team = somebody.aTeam().value().toString();
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).finds("/admin/people/new");
        admin.page().locator("input[name=name]").fill("Ola Berg");
        admin.page().locator("input[name=email]").fill(email);
        admin.page().locator("select[name=team]").selectOption(team);
        press(admin, AriaRole.BUTTON, "Add and invite by e-mail");
        assertThat(admin.page().locator("h1")).hasText("Ola Berg");
        String first = linkIn(server.awaits(email, 1));
        admin.page().reload();
        assertThat(admin.page().locator("main")).containsText("Sent on");
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("invited-by-mail");
        press(admin, AriaRole.BUTTON, "Send a link by e-mail");
        String second = linkIn(server.awaits(email, 2));

        ola.opens(first);
        assertThat(ola.page().locator("h1")).hasText("There is a newer link");
        ola.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("link-gone-390");
        ola.finds(second);
        assertThat(ola.page().locator("h1")).hasText("Welcome, Ola Berg");
        ola.page().locator("input[name=password]").fill("violet-gravel-otter");
        press(ola, AriaRole.BUTTON, "Choose it and come in");
        assertThat(ola.page()).hasURL(Pattern.compile(".*/preferences"));

        late.opens(second);
        assertThat(late.page().locator("h1")).hasText("This link was used already");
        assertThat(late.page().locator("body")).not().containsText("Ola");
    }

    @Test
    void whoeverForgotTheirPasswordHelpsThemselves(@OnAPhone Visitor maya, Visitor elsewhere) {
        Cast.Player player = cast.salesperson();
        elsewhere.isSignedIn(player.email(), Cast.PASSWORD);
        maya.opens("/sign-in");
        press(maya, AriaRole.LINK, "Forgotten your password?");
        press(maya, AriaRole.BUTTON, "Send me a link");
        assertThat(maya.page().locator("#summary")).isVisible();
        maya.findsItAccessible().scrollsOnlyDownwards();
        maya.page().locator("input[name=email]").fill(player.email());
        press(maya, AriaRole.BUTTON, "Send me a link");
        assertThat(maya.page().locator("[role=status]").first()).containsText("a link is on its way");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("link-asked-for-390");

        String link = linkIn(server.awaits(player.email(), 1));
        maya.finds(link).findsItAccessible().scrollsOnlyDownwards();
        maya.page().locator("input[name=password]").fill("violet-gravel-otter");
        press(maya, AriaRole.BUTTON, "Let it hold");
        assertThat(maya.page().locator("[role=status]").first()).containsText("Your new password holds");
        maya.isSignedIn(player.email(), "violet-gravel-otter").finds("/");

        elsewhere.opens("/contacts");
        assertThat(elsewhere.page()).hasURL(Pattern.compile(".*/sign-in.*"));
        Assertions.assertThat(MailServer.words(server.awaits(player.email(), 2)).get(0))
                .contains("has just been changed");
    }

    @Test
    void anAdminSeesHowItStandsWithMailAndOthersDoNot(@OnAPhone Visitor admin, Visitor maya, Visitor manager) {
        Cast.Player player = cast.admin();
        admin.isSignedIn(player.email(), Cast.PASSWORD).finds("/admin/mail");
        press(admin, AriaRole.BUTTON, "Send me a test");
        server.awaits(player.email(), 1);
        admin.page().reload();
        assertThat(admin.page().locator("main")).containsText("a test");
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("mail-390");
        admin.page().setViewportSize(1280, 860);
        admin.keepsAPicture("mail");

        maya.isSignedIn(cast.salesperson().email(), Cast.PASSWORD);
        manager.isSignedIn(cast.manager().email(), Cast.PASSWORD);
        Assertions.assertThat(maya.gets("/admin/mail")).isEqualTo(404);
        Assertions.assertThat(manager.gets("/admin/mail")).isEqualTo(404);
    }

    @Test
    void aLetterInTheMorningLeadsToItsPagesAndIsStoppedByWhoeverSaysSo(Visitor maya, @OnAPhone Visitor anybody) {
        Cast.Player player = cast.salesperson();
        LocalDate day = mornings.next(player.viewer());
        PromiseId promised = new PromiseId(Ids.next());
        promises.make(player.viewer(), MakePromise.ours(promised, happened.met(player.viewer()), "Send the list", day));
        maya.isSignedIn(player.email(), Cast.PASSWORD).finds("/preferences");
        press(maya, AriaRole.LINK, "Choose whether it comes");
        press(maya, AriaRole.BUTTON, "Send it to me");
        assertThat(maya.page().locator("main")).containsText("You get it.");

        mornings.comes(player.viewer(), day);
        MimeMessage letter = server.awaits(player.email(), 1);
        List<String> ways = linksIn(letter);
        Assertions.assertThat(ways).contains("/promises/" + promised.value(), "/");
        String end = ways.stream()
                .filter(way -> way.startsWith("/digest/"))
                .findFirst()
                .orElseThrow();
        maya.finds("/promises/" + promised.value());
        assertThat(maya.page().locator("main")).containsText("Send the list");
        maya.finds("/");
        assertThat(maya.page().locator(".nav [aria-current]")).containsText("Today");

        anybody.finds(end);
        assertThat(anybody.page().locator("h1")).hasText("Stop the letter in the morning?");
        Assertions.assertThat(anybody.page().request().head(end).status()).isEqualTo(200);
        maya.finds("/preferences/digest");
        assertThat(maya.page().locator("main")).containsText("You get it.");

        anybody.scrollsOnlyDownwards().keepsAPicture("digest-end-390");
        press(anybody, AriaRole.BUTTON, "Stop it");
        assertThat(anybody.page().locator("h1")).hasText("No more letters in the morning");
        anybody.finds(end);
        assertThat(anybody.page().locator("h1")).hasText("No more letters in the morning");
        maya.page().reload();
        assertThat(maya.page().locator("main")).containsText("You do not get it.");
        Assertions.assertThat(mornings.comes(player.viewer(), mornings.after(day)))
                .isZero();
    }

    private static List<String> linksIn(MimeMessage letter) {
        return Pattern.compile("href=\"https://attune\\.example\\.org([^\"]*)\"")
                .matcher(MailServer.words(letter).get(1))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    private static void press(Visitor visitor, AriaRole role, String name) {
        visitor.page()
                .locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static String linkIn(MimeMessage letter) {
        Matcher link = LINK.matcher(MailServer.words(letter).get(0));
        Assertions.assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
