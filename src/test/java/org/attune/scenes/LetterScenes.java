package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.Somebody;
import org.attune.mail.MailServer;
import org.attune.mail.Postbox;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In by a letter: somebody new, and somebody who has forgotten their password. */
@BrowserTest
class LetterScenes {

    private static final Pattern LINK = Pattern.compile("https://attune\\.example\\.org(/[\\w-]+/[\\w-]+)");

    private final Cast cast;
    private final Somebody somebody;
    private final Postbox postbox;
    private final JdbcClient jdbc;
    private MailServer server;

    LetterScenes(Cast cast, Somebody somebody, Postbox postbox, JdbcClient jdbc) {
        this.cast = cast;
        this.somebody = somebody;
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
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void anAdminInvitesSomebodyAndTheyComeInByTheLetter(Visitor admin, @OnAPhone Visitor ola, Visitor late) {
        String email = "ola-" + Ids.next() + "@attune.example";
        String team = somebody.aTeam().value().toString();
        admin.signsIn(cast.admin().email(), Cast.PASSWORD).finds("/admin/people/new");
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
        elsewhere.signsIn(player.email(), Cast.PASSWORD);
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
        maya.signsIn(player.email(), "violet-gravel-otter").finds("/");

        elsewhere.opens("/contacts");
        assertThat(elsewhere.page()).hasURL(Pattern.compile(".*/sign-in.*"));
        Assertions.assertThat(MailServer.words(server.awaits(player.email(), 2)).get(0))
                .contains("has just been changed");
    }

    @Test
    void anAdminSeesHowItStandsWithMailAndOthersDoNot(@OnAPhone Visitor admin, Visitor maya, Visitor manager) {
        Cast.Player player = cast.admin();
        admin.signsIn(player.email(), Cast.PASSWORD).finds("/admin/mail");
        press(admin, AriaRole.BUTTON, "Send me a test");
        server.awaits(player.email(), 1);
        admin.page().reload();
        assertThat(admin.page().locator("main")).containsText("a test");
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("mail-390");
        admin.page().setViewportSize(1280, 860);
        admin.keepsAPicture("mail");

        maya.signsIn(cast.salesperson().email(), Cast.PASSWORD);
        manager.signsIn(cast.manager().email(), Cast.PASSWORD);
        Assertions.assertThat(maya.gets("/admin/mail")).isEqualTo(404);
        Assertions.assertThat(manager.gets("/admin/mail")).isEqualTo(404);
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
