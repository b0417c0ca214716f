package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.OpenIdServer;
import org.attune.access.Viewer;
import org.attune.mail.MailServer;
import org.attune.mail.Postbox;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Invitations, forgotten passwords and what else Attune writes to its users, with a mail server. */
@AttuneTest
class LettersTests {

    private static final String PASSWORD = "seven slow barges at dawn";
    private static final Pattern LINK =
            Pattern.compile("https://attune\\.example\\.org(/(?:invitations|password-resets)/[\\w-]+)");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Postbox postbox;

    @Autowired
    private JdbcClient jdbc;

    private MailServer server;
    private Viewer admin;
    private String team;
    private final UUID id = Ids.next();
    private final String email = "new-" + id + "@attune.example";

    @BeforeEach
    void setAServer() {
        server = postbox.opens();
        admin = somebody.whoAdministers();
        team = somebody.aTeam().value().toString();
    }

    @AfterEach
    void takeItAway() {
        postbox.closes();
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void whoeverIsAddedIsInvitedByMailAndComesIn() throws Exception {
        assertThat(add()).hasStatus(303).hasHeader("Location", "/admin/people/" + id);

        MimeMessage letter = server.awaits(email, 1);
        assertThat(letter.getSubject()).startsWith("Come to Attune at ");
        assertThat(MailServer.words(letter))
                .allSatisfy(words -> assertThat(words).contains("Ola Berg", admin.name(), "Choose a password"));
        String link = linkIn(letter);
        Browser browser = new Browser(mvc);
        assertThat(browser.open(link)).hasStatusOk().bodyText().contains("Welcome, Ola Berg");
        assertThat(browser.send(link, "password", PASSWORD)).hasStatus(303);
        assertThat(browser.open("/preferences")).bodyText().contains(email);
    }

    @Test
    void theSameFormSentTwiceWritesOneLetterWhoseLinkWorks() {
        add();
        assertThat(add()).hasStatus(303);
        assertThat(letters("invitation")).isEqualTo(1);

        assertThat(new Browser(mvc).open(linkIn(server.awaits(email, 1)))).hasStatusOk();
    }

    @Test
    void aLinkSentAgainIsAnotherOneAndTheOneBeforeIsDead() {
        add();
        String first = linkIn(server.awaits(email, 1));
        String letter = Ids.next().toString();

        assertThat(send(letter)).hasStatus(303);
        assertThat(send(letter)).hasStatus(303);

        String second = linkIn(server.awaits(email, 2));
        assertThat(new Browser(mvc).open(first)).hasStatus(410).bodyText().contains("There is a newer link");
        assertThat(new Browser(mvc).open(second)).hasStatusOk();
        assertThat(letters("invitation")).isEqualTo(2);
    }

    @Test
    void twoClicksAtOnceWriteOneLetterWhoseLinkWorks() throws Exception {
        add();
        server.awaits(email, 1);
        String letter = Ids.next().toString();
        ExecutorService fingers = Executors.newFixedThreadPool(4);
        List<Future<Integer>> clicks = fingers.invokeAll(
                Collections.nCopies(4, () -> send(letter).getResponse().getStatus()));
        fingers.shutdown();
        for (Future<Integer> click : clicks) {
            assertThat(click.get()).isEqualTo(303);
        }

        assertThat(new Browser(mvc).open(linkIn(server.awaits(email, 2)))).hasStatusOk();
        assertThat(letters("invitation")).isEqualTo(2);
    }

    @Test
    void aLetterReadsWellWithoutAPage() {
        String house =
                jdbc.sql("select name from organisation").query(String.class).single();
        add();

        String link = "https://attune.example.org" + linkIn(server.awaits(email, 1));
        assertThat(MailServer.words(server.awaits(email, 1)).get(0).replace("\r", ""))
                .isEqualTo("""
                        Hello Ola Berg,

                        %s has made a place for you in Attune, where %s keeps what customers say. Choose a password, and you are in.

                        Choose a password:
                        %s

                        The link works once and for seven days. After that, ask %s for a new one.

                        --
                        Attune at https://attune.example.org/ wrote this by itself. Nobody reads an answer to it.
                        """.formatted(admin.name(), house, link, admin.name()));
    }

    @Test
    void theSameLetterToSomebodyElseIsAConflict() {
        add();
        UUID letter = Ids.next();
        send(letter.toString());

        assertThat(mvc.post()
                        .uri("/admin/people/" + somebody.whoSells().uuid() + "/invitation/letter")
                        .param("letter", letter.toString())
                        .with(signedIn(admin))
                        .with(csrf()))
                .hasStatus(409);
    }

    @Test
    void thePageOfAPersonSaysWhatBecameOfTheLetterAndStillHandsOutALink() {
        add();
        server.awaits(email, 1);
        String page = "/admin/people/" + id;
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(mvc.get().uri(page).with(signedIn(admin)))
                        .bodyText()
                        .contains("Sent on "));

        assertThat(mvc.post().uri(page + "/invitation").with(signedIn(admin)).with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("https://attune.example.org/invitations/");
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidInPlainWords() {
        postbox.sets(MailServer.at(OpenIdServer.nobodysPort()));

        add();

        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(
                        mvc.get().uri("/admin/people/" + id).with(signedIn(admin)))
                .bodyText()
                .contains("Waits to be sent since", "The mail server does not answer."));
        assertThat(mvc.get().uri("/admin/mail").with(signedIn(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("Something keeps letters", "One waits, since", "/admin/people/" + id);
    }

    @Test
    void aLetterSpeaksTheLanguageOfWhoeverGetsIt() throws Exception {
        Viewer maya = somebody.whoSells();
        jdbc.sql("update app_user set locale = 'de-DE', name = :name where id = :id")
                .param("name", "Maja <b>Müller</b>")
                .param("id", maya.uuid())
                .update();

        ask(somebody.emailOf(maya));

        MimeMessage letter = server.awaits(somebody.emailOf(maya), 1);
        assertThat(letter.getSubject()).isEqualTo("Passwort vergessen?");
        assertThat(letter.getHeader("Content-Language")).containsExactly("de");
        assertThat(MailServer.words(letter))
                .satisfiesExactly(
                        plain -> assertThat(plain).contains("Guten Tag, Maja <b>Müller</b>,", "Neues Passwort wählen:"),
                        page -> assertThat(page).contains("lang=\"de\"", "Maja &lt;b&gt;Müller&lt;/b&gt;"));
    }

    @Test
    void whoeverForgotTheirPasswordChoosesAnotherAndIsToldSo() {
        Viewer maya = somebody.whoSells();
        somebody.chooses(maya, PASSWORD);
        String address = somebody.emailOf(maya);
        Browser before = new Browser(mvc);
        before.signIn(address, PASSWORD);

        assertThat(ask(address.toUpperCase(java.util.Locale.ROOT)))
                .hasStatus(303)
                .hasHeader("Location", "/sign-in?asked");
        String link = linkIn(server.awaits(address, 1));
        Browser browser = new Browser(mvc);
        assertThat(browser.open(link)).hasStatusOk().bodyText().doesNotContain(maya.name());
        assertThat(browser.send(link, "password", "Password2026!")).hasStatus(422);
        assertThat(browser.send(link, "password", "violet-gravel-otter"))
                .hasStatus(303)
                .hasHeader("Location", "/sign-in?chosen");

        assertThat(before.open("/preferences")).hasHeader("Location", "/sign-in?to=%2Fpreferences");
        assertThat(browser.open("/preferences")).hasStatus(303);
        assertThat(new Browser(mvc).signIn(address, PASSWORD)).hasStatus(422);
        assertThat(new Browser(mvc).signIn(address, "violet-gravel-otter")).hasStatus(303);
        assertThat(MailServer.words(server.awaits(address, 2)).get(0)).contains("has just been changed");
        assertThat(new Browser(mvc).open(link)).hasStatus(410).bodyText().contains("used already");
        assertThat(mvc.post().uri(link).param("password", PASSWORD).with(csrf()))
                .hasStatus(410);
    }

    @Test
    void theAnswerIsTheSameForAnAddressNobodyHas() throws Exception {
        Viewer maya = somebody.whoSells();
        somebody.chooses(maya, PASSWORD);
        Viewer gone = somebody.whoSells();
        jdbc.sql("update app_user set deactivated_at = now() where id = :id")
                .param("id", gone.uuid())
                .update();
        MvcTestResult unknown = ask("nobody-" + id + "@attune.example");
        MvcTestResult closed = ask(somebodyWho(gone));
        MvcTestResult known = ask(somebody.emailOf(maya));

        assertThat(List.of(unknown, closed, known))
                .allSatisfy(answer -> assertThat(answer).hasStatus(303).hasHeader("Location", "/sign-in?asked"));
        server.awaits(somebody.emailOf(maya), 1); // in the order in which they were asked for
        assertThat(server.to("nobody-" + id + "@attune.example")).isEmpty();
        assertThat(server.to(somebodyWho(gone))).isEmpty();
    }

    private String somebodyWho(Viewer left) {
        return jdbc.sql("select email from app_user where id = :id")
                .param("id", left.uuid())
                .query(String.class)
                .single();
    }

    @Test
    void whoeverAsksTooOftenWaitsAndCanStillSignIn() {
        Viewer maya = somebody.whoSells();
        somebody.chooses(maya, PASSWORD);
        String nobody = "nobody-" + id + "@attune.example";
        for (String address : List.of(somebody.emailOf(maya), nobody)) {
            for (int i = 0; i < 6; i++) {
                ask(address);
            }
            assertThat(ask(address)).hasStatus(429).bodyText().contains("is heard in");
        }
        assertThat(new Browser(mvc).signIn(somebody.emailOf(maya), PASSWORD)).hasStatus(303);
    }

    @Test
    void onlyTheNewestLinkWorksAndOnlyForAnHour() {
        Viewer maya = somebody.whoSells();
        somebody.chooses(maya, PASSWORD);
        String address = somebody.emailOf(maya);
        ask(address);
        String first = linkIn(server.awaits(address, 1));
        ask(address);
        String second = linkIn(server.awaits(address, 2));
        assertThat(new Browser(mvc).open(first)).hasStatus(410).bodyText().contains("There is a newer link");

        assertThat(jdbc.sql("select expires_at - asked_at = interval '1 hour' from password_reset where user_id = :id")
                        .param("id", maya.uuid())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        jdbc.sql("update password_reset set expires_at = now() - interval '1 second' where user_id = :id")
                .param("id", maya.uuid())
                .update();
        assertThat(new Browser(mvc).open(second))
                .hasStatus(410)
                .bodyText()
                .contains("This link has ended", "/sign-in/forgotten")
                .doesNotContain(maya.name(), address);
    }

    @Test
    void whoeverHasNoPasswordBecauseTheySignInElsewhereIsToldThat() {
        Viewer maya = somebody.whoSells();
        jdbc.sql("insert into single_sign_on_link (issuer, subject, user_id, linked_at) values ('x', :it, :id, now())")
                .param("it", id.toString())
                .param("id", maya.uuid())
                .update();

        ask(somebody.emailOf(maya));

        assertThat(MailServer.words(server.awaits(somebody.emailOf(maya), 1)))
                .allSatisfy(
                        words -> assertThat(words).contains("single sign-on").doesNotContain("/password-resets/"));
    }

    @Test
    void changingOnesOwnPasswordIsToldAndEndsLinksThatAreStillAbout() {
        Viewer maya = somebody.whoSells();
        somebody.chooses(maya, PASSWORD);
        String address = somebody.emailOf(maya);
        ask(address);
        String link = linkIn(server.awaits(address, 1));
        Browser browser = new Browser(mvc);
        browser.signIn(address, PASSWORD);
        browser.open("/preferences");

        assertThat(browser.send("/preferences/password", "old", PASSWORD, "chosen", "violet-gravel-otter"))
                .hasStatus(303);

        assertThat(MailServer.words(server.awaits(address, 2)).get(0)).contains("has just been changed");
        assertThat(new Browser(mvc).open(link)).hasStatus(410);
    }

    @Test
    void theTrailKnowsWhoWasWrittenToAndNotTheWords() {
        add();
        String secret = linkIn(server.awaits(email, 1)).replace("/invitations/", "");

        assertThat(mvc.get().uri("/admin/audit?kind=mail&who=" + admin.uuid()).with(signedIn(admin)))
                .bodyText()
                .contains(admin.name() + " wrote to Ola Berg by e-mail.", "invitation");
        assertThat(jdbc.sql("""
                        select count(*) from audit_entry e left join audit_value v on v.entry_id = e.id
                         where coalesce(v.before::text, '') || coalesce(v.after::text, '') like '%' || :secret || '%'""").param("secret", secret).query(Integer.class).single())
                .isZero();
    }

    @Test
    void anAdminSendsThemselvesATest() {
        String letter = Ids.next().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(mvc.post()
                            .uri("/admin/mail/test")
                            .param("letter", letter)
                            .with(signedIn(admin))
                            .with(csrf()))
                    .hasStatus(303);
        }
        server.awaits(somebody.emailOf(admin), 1);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(mvc.get().uri("/admin/mail").with(signedIn(admin)))
                        .bodyText()
                        .contains("Letters go out", "Through 127.0.0.1:", "attune@attune.example.org", "a test."));
        assertThat(jdbc.sql("select count(*) from mail where user_id = :id")
                        .param("id", admin.uuid())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nothingOfThisIsForSalespeopleAndManagers() {
        Viewer other = somebody.whoLeads(somebody.aTeam());
        for (Viewer viewer : List.of(somebody.whoSells(), other)) {
            assertThat(mvc.get().uri("/admin/mail").with(signedIn(viewer))).hasStatus(404);
            for (String path : List.of("/admin/mail/test", "/admin/people/" + viewer.uuid() + "/invitation/letter")) {
                assertThat(mvc.post()
                                .uri(path)
                                .param("letter", Ids.next().toString())
                                .with(signedIn(viewer))
                                .with(csrf()))
                        .hasStatus(404);
            }
        }
    }

    @Test
    void withoutAServerEverythingIsAsItWas() {
        postbox.closes();

        assertThat(add()).hasStatusOk().bodyText().contains("A link to hand over");
        assertThat(new Browser(mvc).open("/sign-in/forgotten")).hasStatus(404);
        assertThat(new Browser(mvc).open("/sign-in")).bodyText().contains("An admin can give you a link");
        assertThat(mvc.get().uri("/admin/mail").with(signedIn(admin)))
                .bodyText()
                .contains("No mail server is set");
        assertThat(mvc.post().uri("/sign-in/forgotten").param("email", email).with(csrf()))
                .hasStatus(404);
        assertThat(send(Ids.next().toString())).hasStatus(404);
        assertThat(letters("invitation")).isZero();
    }

    private MvcTestResult add() {
        return mvc.post()
                .uri("/admin/people")
                .param("id", id.toString())
                .param("name", "Ola Berg")
                .param("email", email)
                .param("role", "SALESPERSON")
                .param("sells", "true")
                .param("team", team)
                .with(signedIn(admin))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult send(String letter) {
        return mvc.post()
                .uri("/admin/people/" + id + "/invitation/letter")
                .param("letter", letter)
                .with(signedIn(admin))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult ask(String address) {
        return mvc.post()
                .uri("/sign-in/forgotten")
                .param("email", address)
                .with(csrf())
                .exchange();
    }

    private int letters(String kind) {
        return jdbc.sql("select count(*) from mail where kind = :kind and user_id = :id")
                .param("kind", kind)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static String linkIn(MimeMessage letter) {
        List<String> both = MailServer.words(letter).stream()
                .map(words -> {
                    Matcher link = LINK.matcher(words);
                    assertThat(link.find()).as(words).isTrue();
                    return link.group(1);
                })
                .distinct()
                .toList();
        assertThat(both).hasSize(1);
        return both.get(0);
    }
}
