package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Passwords;
import org.attune.access.Viewer;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A session ends while somebody is writing, or they sign in anew in another tab: what they wrote is handed back to them. */
@AttuneTest
class UnsentFormTests {

    private static final String PASSWORD = "seven slow barges at dawn";
    private static final String WORDS = "Send <the> list\nby Friday";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Promises promises;

    private Viewer anna;
    private ContactId helen;
    private String path;
    private Browser browser;

    @BeforeEach
    void signIn() {
        somebody.whoAdministers(); // or Attune wants to be set up
        anna = somebody.whoSells();
        somebody.chooses(anna, PASSWORD);
        helen = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt"));
        path = "/contacts/" + helen.value() + "/promises";
        browser = new Browser(mvc);
        assertThat(browser.signIn(somebody.emailOf(anna), PASSWORD)).hasStatus(303);
    }

    @Test
    void afterSigningInAgainTheyFindWhatTheyTypedAndSendIt() {
        SentForm form = promise();
        passwords.endSessions(anna.id());

        MvcTestResult door = browser.resend(browser.sendFromHere(path, form.fields()), form.fields());
        assertThat(door).hasStatus(401);
        assertThat(door).bodyText().contains("You were signed out meanwhile").doesNotContain("<the>");

        // A wrong password loses nothing either.
        SentForm wrong = SentForm.on(door, "/sign-in")
                .with("email", somebody.emailOf(anna))
                .with("password", "wrong");
        SentForm right = SentForm.on(browser.send("/sign-in", wrong.fields()), "/sign-in")
                .with("password", PASSWORD);
        MvcTestResult inside = browser.send("/sign-in", right.fields());
        assertThat(inside).hasStatusOk().bodyText().contains("This is not sent yet", "Send it now");
        assertThat(promises.ofContact(anna, helen).open()).isEmpty();

        assertThat(browser.send(path, SentForm.on(inside, path).fields())).hasStatus3xxRedirection();
        assertThat(promises.ofContact(anna, helen).open()).singleElement().satisfies(kept -> assertThat(kept.words())
                .isEqualTo(WORDS));
    }

    @Test
    void whoSignedInAnewInAnotherTabSendsItOnceMore() {
        SentForm form = promise();
        assertThat(browser.signInAnew(somebody.emailOf(anna), PASSWORD)).hasStatus(303);

        MvcTestResult page = browser.resend(browser.sendFromHere(path, form.fields()), form.fields());

        assertThat(page).hasStatus(403).bodyText().contains("This is not sent yet", "Send &lt;the&gt; list");
        assertThat(promises.ofContact(anna, helen).open()).isEmpty();
        assertThat(browser.send(path, SentForm.on(page, path).fields())).hasStatus3xxRedirection();
        assertThat(promises.ofContact(anna, helen).open()).hasSize(1);
    }

    @Test
    void aPageThatWaitsForAFragmentStaysAndGetsTheTokenItLacks() {
        browser.open(path);

        MvcTestResult refused = browser.sendByHtmxWithoutToken(path, promise().fields());

        assertThat(refused)
                .hasStatus(403)
                .headers()
                .hasValue("X-Token-Of", anna.uuid().toString());
        browser.takeToken(refused.getResponse().getHeader("X-Token"));
        assertThat(browser.sendByHtmx(path, promise().fields())).hasStatus3xxRedirection();
    }

    @Test
    void noPasswordIsCarriedAlong() {
        MvcTestResult page = browser.resend(
                browser.sendFromHere(
                        "/preferences/password", "old", PASSWORD, "chosen", "nine nine nine", "why", "it is time"),
                "old",
                PASSWORD,
                "chosen",
                "nine nine nine",
                "why",
                "it is time");

        assertThat(page).hasStatus(403).bodyText().contains("it is time").doesNotContain(PASSWORD, "nine nine nine");
    }

    @Test
    void nobodyElsewherePutsWordsIntoSomebodysMouth() {
        assertThat(browser.sendFrom("https://elsewhere.example", path, promise().fields()))
                .hasStatus(403);
        assertThat(browser.sendFrom(
                        "https://elsewhere.example", "/unsent?unsent:path=/hat&unsent:back=/", "words", "Give it away"))
                .hasStatus(303);
        assertThat(browser.sendFromHere("/unsent?unsent:path=https://elsewhere.example/", "words", "Give it away"))
                .hasStatus(303);
    }

    private SentForm promise() {
        return SentForm.on(browser.open(path), path)
                .choosing("side", "US")
                .with("words", WORDS)
                .with("due", "2031-02-03");
    }
}
