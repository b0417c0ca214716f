package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.CodeApp;
import org.attune.access.Invitations;
import org.attune.access.OpenIdServer;
import org.attune.access.SignInBy;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Against a server that speaks OpenID Connect. */
@AttuneTest
class SingleSignOnTests {

    private static final String PASSWORD = "tin kettle sings";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Users users;

    @Autowired
    private Invitations invitations;

    @Autowired
    private JdbcClient jdbc;

    private Viewer admin;
    private Viewer maya;
    private String email;
    private String subject;
    private Browser browser;

    @BeforeEach
    void mayaIsKnownThere() {
        admin = somebody.whoAdministers();
        maya = somebody.whoSells();
        email = somebody.emailOf(maya);
        subject = "subject-" + UUID.randomUUID();
        browser = new Browser(mvc);
    }

    @Test
    void whoeverIsKnownThereByAVerifiedAddressComesInWithASessionOfTheirOwn() throws Exception {
        browser.open("/sign-in");
        String before = browser.sessionId();

        assertThat(comesBack(browser, "/preferences?x=1", verified(email))).hasHeader("Location", "/preferences?x=1");

        assertThat(browser.open("/preferences")).hasStatusOk().bodyText().contains(email, ">single sign-on<");
        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(users.person(maya.id()).orElseThrow().lastSignInBy()).isEqualTo(SignInBy.SINGLE_SIGN_ON);
        assertThat(mvc.get().uri("/admin/people/" + maya.uuid()).with(signedIn(admin)))
                .bodyText()
                .contains(">single sign-on<", "known to single sign-on");
    }

    @Test
    void theButtonStandsOnTheSignInPage() {
        assertThat(browser.open("/sign-in?to=/contacts"))
                .bodyText()
                .contains("Sign in with Nordwind", "/single-sign-on?to=/contacts");
    }

    @Test
    void anAddressThatIsNotVerifiedThereProvesNothing() throws Exception {
        assertThat(comesBack(browser, "/", Map.of("email", email, "email_verified", false)))
                .hasHeader("Location", "/sign-in?refused=unverified");
        assertThat(comesBack(browser, "/", Map.of("email", email)))
                .hasHeader("Location", "/sign-in?refused=unverified");
        assertThat(browser.open("/sign-in?refused=unverified")).bodyText().contains("was verified");
        assertThat(browser.open("/preferences")).hasStatus(303);
    }

    @Test
    void nobodyBecomesAUserBySigningIn() throws Exception {
        String stranger = "stranger-" + UUID.randomUUID() + "@attune.example";

        assertThat(comesBack(browser, "/", verified(stranger))).hasHeader("Location", "/sign-in?refused=unknown");

        assertThat(jdbc.sql("select count(*) from app_user where email = :email")
                        .param("email", stranger)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aClosedAccountIsRefusedLinkedOrNot() throws Exception {
        Viewer other = somebody.whoSells();
        users.deactivate(admin, other.id());
        assertThat(comesBack(browser, "/", verified(somebodysEmail(other))))
                .hasHeader("Location", "/sign-in?refused=unknown");

        assertThat(comesBack(browser, "/", verified(email))).hasHeader("Location", "/");
        users.deactivate(admin, maya.id());
        assertThat(browser.open("/preferences")).hasStatus(303);
        assertThat(comesBack(new Browser(mvc), "/", verified(email))).hasHeader("Location", "/sign-in?refused=unknown");
    }

    @Test
    void anAddressThatChangesThereHandsOverNothing() throws Exception {
        comesBack(browser, "/", verified(email));

        String another = "another-" + UUID.randomUUID() + "@attune.example";
        assertThat(comesBack(new Browser(mvc), "/", verified(another))).hasHeader("Location", "/");
        subject = "somebody-else-" + UUID.randomUUID();
        assertThat(comesBack(new Browser(mvc), "/", verified(email))).hasHeader("Location", "/sign-in?refused=another");
    }

    @Test
    void anAdminUndoesTheLinkAndTheAddressCountsOnceMore() throws Exception {
        comesBack(browser, "/", verified(email));
        somebody.chooses(admin, PASSWORD);
        Browser admins = new Browser(mvc);
        admins.signIn(somebody.emailOf(admin), PASSWORD);
        assertThat(admins.open("/admin/people/" + maya.uuid())).bodyText().contains("Undo single sign-on");

        assertThat(admins.send("/admin/people/" + maya.uuid() + "/single-sign-on/end"))
                .hasStatus(303);

        subject = "a-new-subject-" + UUID.randomUUID();
        assertThat(comesBack(new Browser(mvc), "/", verified(email))).hasHeader("Location", "/");
    }

    @Test
    void anInvitationHasDoneItsWorkThen() throws Exception {
        String secret = invitations.invite(admin, maya.id());

        assertThat(comesBack(browser, "/", verified(email))).hasHeader("Location", "/");

        assertThat(new Browser(mvc).open("/invitations/" + secret)).hasStatus(410);
    }

    @Test
    void aSecondFactorIsAskedForUnlessItWasProvedThere() throws Exception {
        comesBack(browser, "/", verified(email));
        browser.open("/preferences/second-factor");
        browser.send("/preferences/second-factor");
        String page = browser.open("/preferences/second-factor").getResponse().getContentAsString();
        browser.send(
                "/preferences/second-factor/confirmation",
                "code",
                CodeApp.toldBy(page).code());

        Browser fresh = new Browser(mvc);
        comesBack(fresh, "/", verified(email));
        assertThat(fresh.open("/preferences")).hasHeader("Location", "/sign-in/code?to=%2Fpreferences");

        Browser proved = new Browser(mvc);
        comesBack(proved, "/", Map.of("email", email, "email_verified", true, "amr", java.util.List.of("pwd", "mfa")));
        assertThat(proved.open("/preferences")).hasStatusOk();
    }

    @Test
    void anAnswerToNoQuestionIsRefused() {
        browser.open("/sign-in");

        assertThat(browser.open(SingleSignOnController.BACK + "?code=made-up&state=made-up"))
                .hasHeader("Location", "/sign-in?refused=failed");
    }

    @Test
    void aProviderThatCannotBeReachedIsSaidSoAndPasswordsWork() {
        Provider gone = new Provider(
                new SingleSignOnSettings("http://localhost:" + OpenIdServer.nobodysPort(), "attune", "", "Nordwind"));

        assertThat(new SingleSignOnController(gone).go("/contacts", new MockHttpServletRequest()))
                .isEqualTo("redirect:/sign-in?refused=unreachable");
        assertThat(browser.open("/sign-in?refused=unreachable"))
                .hasStatusOk()
                .bodyText()
                .contains("cannot be reached", "name=\"password\"");
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotTheOne() {
        OpenIdServer.running();
        Provider other = new Provider(new SingleSignOnSettings(OpenIdServer.issuer() + "/", "attune", "", "Nordwind"));

        assertThat(other.registration()).isEmpty();
    }

    private static Map<String, Object> verified(String address) {
        return Map.of("email", address, "email_verified", true);
    }

    private String somebodysEmail(Viewer person) {
        return users.person(person.id()).orElseThrow().email();
    }

    /** Goes there, is told to be who the claims say, and comes back. */
    private MvcTestResult comesBack(Browser from, String to, Map<String, Object> claims) throws Exception {
        OpenIdServer.running().willSay(subject, claims);
        assertThat(from.open("/single-sign-on?to=" + to)).hasStatus(303);
        String there = locationOf(from.open(SingleSignOnController.TO + "/" + Provider.ID));
        URI back = OpenIdServer.running().answers(URI.create(there));
        return from.follow(URI.create(back.getRawPath() + "?" + back.getRawQuery()));
    }

    private static String locationOf(MvcTestResult result) {
        return String.valueOf(result.getResponse().getHeader("Location"));
    }
}
