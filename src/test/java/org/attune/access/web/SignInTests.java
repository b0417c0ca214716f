package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Passwords;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class SignInTests {

    private static final String PASSWORD = "tin kettle sings";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Users users;

    @Autowired
    private Passwords passwords;

    @Autowired
    private JdbcClient jdbc;

    private Viewer maya;
    private String email;
    private Browser browser;

    @BeforeEach
    void meetMaya() {
        forgetFailuresOfOtherTestsFromThisAddress();
        somebody.whoAdministers();
        maya = somebody.whoSells();
        somebody.chooses(maya, PASSWORD);
        email = somebody.emailOf(maya);
        browser = new Browser(mvc);
    }

    @Test
    void theRightPasswordLeadsToWhereOneWantedToGo() {
        assertThat(browser.open("/preferences?x=1"))
                .hasStatus(303)
                .hasHeader("Location", "/sign-in?to=%2Fpreferences%3Fx%3D1");
        browser.open("/sign-in?to=/preferences?x=1");

        assertThat(browser.send("/sign-in", "email", email, "password", PASSWORD, "to", "/preferences?x=1"))
                .hasStatus(303)
                .hasHeader("Location", "/preferences?x=1");
        assertThat(browser.open("/preferences")).hasStatusOk().bodyText().contains(email);
    }

    @Test
    void aPasswordThatIsKeptInAnOlderWayIsKeptAnewByItsOwner() {
        String older = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 32, 1).encode(PASSWORD);
        jdbc.sql("update app_user set password_hash = :older where id = :id")
                .param("older", older)
                .param("id", maya.uuid())
                .update();
        browser.open("/sign-in");

        assertThat(browser.send("/sign-in", "email", email, "password", PASSWORD))
                .hasStatus(303);

        assertThat(jdbc.sql("select password_hash from app_user where id = :id")
                        .param("id", maya.uuid())
                        .query(String.class)
                        .single())
                .startsWith("{argon2}")
                .isNotEqualTo(older);
        assertThat(jdbc.sql("""
                                select how || ' ' || actor from audit_entry
                                 where kind = 'app_user' and record = :id and 'password_hash' = any (columns)
                                   and request is not null order by at desc limit 1""")
                        .param("id", maya.uuid().toString())
                        .query(String.class)
                        .single())
                .isEqualTo("page " + maya.uuid());
        assertThat(new Browser(mvc).signIn(email, PASSWORD)).hasStatus(303);
    }

    @Test
    void neverLeadsElsewhereAfterwards() {
        for (String elsewhere :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a b", "/{a}"}) {
            Browser fresh = new Browser(mvc);
            fresh.open("/sign-in");
            assertThat(fresh.send("/sign-in", "email", email, "password", PASSWORD, "to", elsewhere))
                    .as(elsewhere)
                    .hasHeader("Location", "/");
        }
    }

    @Test
    void theSessionGetsAnIdOfItsOwn() {
        browser.open("/sign-in");
        String before = browser.sessionId();

        browser.send("/sign-in", "email", email, "password", PASSWORD);

        assertThat(before).isNotEmpty();
        assertThat(browser.sessionId()).isNotEmpty().isNotEqualTo(before);
        assertThat(mvc.get().uri("/preferences").cookie(new Cookie("attune", before)))
                .hasStatus(303);
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountLookTheSame() throws Exception {
        String unknownEmail = UUID.randomUUID() + "@attune.example";

        String wrong = answer(new Browser(mvc).signIn(email, "not her password"), email);
        String unknown = answer(new Browser(mvc).signIn(unknownEmail, "not her password"), unknownEmail);

        assertThat(wrong).isEqualTo(unknown).contains("do not belong together");
    }

    @Test
    void aClosedAccountLooksLikeAnUnknownOne() {
        users.deactivate(somebody.whoAdministers(), maya.id());

        assertThat(browser.signIn(email, PASSWORD)).hasStatus(422).bodyText().contains("do not belong together");
    }

    @Test
    void whatWasTypedStaysButForThePassword() {
        assertThat(browser.signIn(email, "not her password"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"" + email + "\"")
                .doesNotContain("not her password");
    }

    @Test
    void tooManyFailuresMakeOneWaitKnownOrNotAndEvenWithTheRightPassword() {
        for (String account : new String[] {UUID.randomUUID() + "@attune.example", email}) {
            MvcTestResult last = browser.signIn(account, "not her password");
            for (int i = 0; i < 5; i++) {
                last = browser.send("/sign-in", "email", account, "password", "not her password");
            }
            assertThat(last).hasStatus(429).bodyText().contains("The next one is heard in");
        }
        assertThat(browser.send("/sign-in", "email", email, "password", PASSWORD))
                .hasStatus(429);
    }

    @Test
    void whoeverIsSignedInAlreadyIsNotAskedAgain() {
        browser.signIn(email, PASSWORD);

        assertThat(browser.open("/sign-in?to=/preferences")).hasStatus(303).hasHeader("Location", "/preferences");
        assertThat(browser.sendWithoutToken("/sign-in", "email", email, "password", PASSWORD))
                .hasStatus(303)
                .hasHeader("Location", "/");
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signIn(email, PASSWORD);
        browser.open("/preferences");

        assertThat(browser.send("/sign-out")).hasHeader("Location", "/sign-in?signed-out");

        assertThat(browser.open("/preferences")).hasStatus(303);
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        Browser phone = new Browser(mvc);
        phone.signIn(email, PASSWORD);
        browser.signIn(email, PASSWORD);
        browser.open("/preferences");

        assertThat(browser.send("/preferences/sessions/end")).hasStatus(303);

        assertThat(phone.open("/preferences")).hasStatus(303);
        assertThat(browser.open("/preferences")).hasStatus(303);
    }

    @Test
    void oneSeesWhereOneIsSignedInAndEndsOneOrAllOthers() throws Exception {
        Browser phone = new Browser(mvc);
        Browser laptop = new Browser(mvc);
        phone.signIn(email, PASSWORD);
        phone.open("/preferences");
        laptop.signIn(email, PASSWORD);
        laptop.open("/preferences");
        browser.signIn(email, PASSWORD);
        String page = browser.open("/preferences").getResponse().getContentAsString();
        List<String> others = Pattern.compile("/preferences/sessions/[0-9a-f-]{36}/end")
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(others).hasSize(2);
        assertThat(page).contains("Sign out everywhere else", ">here<");

        assertThat(browser.send(others.get(0))).hasStatus(303);
        assertThat(List.of(phone, laptop))
                .filteredOn(one -> one.open("/preferences").getResponse().getStatus() == 200)
                .hasSize(1);
        assertThat(browser.send(others.get(0))).as("over already").hasStatus(404);
        assertThat(browser.send("/preferences/sessions/others/end")).hasStatus(303);
        assertThat(phone.open("/preferences")).hasStatus(303);
        assertThat(laptop.open("/preferences")).hasStatus(303);
        assertThat(browser.open("/preferences")).hasStatusOk();
    }

    @Test
    void nobodyEndsAnothersSessionButAnAdminAllOfThem() throws Exception {
        browser.signIn(email, PASSWORD);
        browser.open("/preferences");
        Browser second = new Browser(mvc);
        second.signIn(email, PASSWORD);
        Matcher hers = Pattern.compile("/preferences/sessions/[0-9a-f-]{36}/end")
                .matcher(second.open("/preferences").getResponse().getContentAsString());
        assertThat(hers.find()).isTrue();

        assertThat(mvc.post()
                        .uri(hers.group())
                        .with(signedIn(somebody.whoSells()))
                        .with(csrf()))
                .hasStatus(404);
        String all = "/admin/people/" + maya.uuid() + "/sessions/end";
        assertThat(mvc.post().uri(all).with(signedIn(somebody.whoLeads())).with(csrf()))
                .hasStatus(404);
        assertThat(browser.open("/preferences")).hasStatusOk();
        assertThat(mvc.post().uri(all).with(signedIn(somebody.whoAdministers())).with(csrf()))
                .hasStatus(303);
        assertThat(browser.open("/preferences")).hasStatus(303);
        assertThat(second.open("/preferences")).hasStatus(303);
    }

    @Test
    void aNewPasswordSignsOtherDevicesOutAndKeepsThisOne() {
        Browser phone = new Browser(mvc);
        phone.signIn(email, PASSWORD);
        browser.signIn(email, PASSWORD);
        browser.open("/preferences");

        assertThat(browser.send("/preferences/password", "old", PASSWORD, "chosen", "violet-gravel-otter"))
                .hasStatus(303);

        assertThat(browser.open("/preferences")).hasStatusOk();
        assertThat(phone.open("/preferences")).hasStatus(303);
        assertThat(new Browser(mvc).signIn(email, PASSWORD)).hasStatus(422);
        assertThat(new Browser(mvc).signIn(email, "violet-gravel-otter")).hasStatus(303);
    }

    @Test
    void aWrongOldPasswordChangesNothing() {
        browser.signIn(email, PASSWORD);
        browser.open("/preferences");

        assertThat(browser.send("/preferences/password", "old", "something else", "chosen", "violet-gravel-otter"))
                .hasStatus(422)
                .bodyText()
                .contains("not your password until now");
        assertThat(new Browser(mvc).signIn(email, PASSWORD)).hasStatus(303);
    }

    @Test
    void closingAnAccountHoldsFromTheNextClickOn() {
        browser.signIn(email, PASSWORD);
        assertThat(browser.open("/preferences")).hasStatusOk();

        users.deactivate(somebody.whoAdministers(), maya.id());

        assertThat(browser.open("/preferences")).hasStatus(303);
    }

    @Test
    void withoutTheTokenNothingIsWritten() {
        browser.signIn(email, PASSWORD);
        browser.open("/preferences");

        assertThat(browser.sendWithoutToken("/hat", "hat", "marketing")).hasStatus(403);

        assertThat(somebody.again(maya).hat()).isEqualTo(maya.hat());
        assertThat(browser.send("/hat", "hat", "marketing", "back", "/preferences"))
                .hasStatus(303)
                .hasHeader("Location", "/preferences");
        assertThat(somebody.again(maya).hat()).isNotEqualTo(maya.hat());
    }

    @Test
    void afterTheSessionHasEndedAFormLeadsToSignInAndBackToItsPage() {
        browser.signIn(email, PASSWORD);
        passwords.endSessions(maya.id());

        assertThat(mvc.post()
                        .uri("/hat")
                        .cookie(new Cookie("attune", browser.sessionId()))
                        .param("hat", "marketing")
                        .header("Host", "localhost")
                        .header("Referer", "http://localhost/preferences?x=1"))
                .hasStatus(303)
                .hasHeader("Location", "/sign-in?to=%2Fpreferences%3Fx%3D1");
        assertThat(somebody.again(maya).hat()).isEqualTo(maya.hat());
    }

    @Test
    void afterTheSessionHasEndedAFragmentSaysSoAndLeavesThePageAlone() {
        browser.signIn(email, PASSWORD);
        browser.open("/preferences");
        passwords.endSessions(maya.id());

        assertThat(browser.sendByHtmx("/hat", "hat", "marketing"))
                .hasStatus(401)
                .hasHeader("HX-Retarget", "#toasts")
                .bodyText()
                .contains("What you typed is still here");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        assertThat(browser.open("/sign-in").getResponse().getHeader("Set-Cookie"))
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(mvc.get()
                        .uri("https://localhost/sign-in")
                        .secure(true)
                        .exchange()
                        .getResponse()
                        .getHeader("Set-Cookie"))
                .contains("Secure");
    }

    @Test
    void stayingSignedInOutlivesTheBrowser() {
        browser.open("/sign-in");

        var stayed = browser.send("/sign-in", "email", email, "password", PASSWORD, "stay", "true");

        assertThat(stayed.getResponse().getHeader("Set-Cookie")).contains("Max-Age=");
    }

    @Test
    void usingASessionIsWrittenDownAtMostOnceAMinute() {
        browser.signIn(email, PASSWORD);
        long before = lastAccess();

        browser.open("/preferences");
        assertThat(lastAccess()).isEqualTo(before);

        jdbc.sql("update spring_session set last_access_time = last_access_time - 61000 where principal_name = :id")
                .param("id", maya.uuid().toString())
                .update();
        browser.open("/preferences");
        assertThat(lastAccess()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void aSessionThatCannotBeReadAnyMoreHasEnded() {
        browser.signIn(email, PASSWORD);
        jdbc.sql("""
                        update spring_session_attributes a set attribute_bytes = '\\x00'
                          from spring_session s
                         where s.primary_id = a.session_primary_id and s.principal_name = :id
                        """).param("id", maya.uuid().toString()).update();

        assertThat(browser.open("/preferences")).hasStatus(303);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepBrowsersSafe() {
        assertThat(mvc.get().uri("https://localhost/sign-in").secure(true))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .hasHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains")
                .hasHeader(
                        "Permissions-Policy",
                        "microphone=(self), camera=(), geolocation=(), payment=(), usb=(), browsing-topics=()")
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                                + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
                                + "frame-ancestors 'none'");
    }

    @Test
    void oneClickSignInIsNotThereOutsideTheDemo() {
        browser.open("/sign-in");

        assertThat(browser.send("/demo/sign-in", "user", maya.uuid().toString()))
                .hasStatus(404);
    }

    private long lastAccess() {
        return jdbc.sql("select last_access_time from spring_session where principal_name = :id")
                .param("id", maya.uuid().toString())
                .query(Long.class)
                .single();
    }

    private void forgetFailuresOfOtherTestsFromThisAddress() {
        jdbc.sql("delete from sign_in_failure where kind = 'address'").update();
    }

    private static String answer(MvcTestResult result, String typed) throws Exception {
        assertThat(result).hasStatus(422);
        return result.getResponse()
                .getContentAsString()
                .replace(typed, "the address that was typed")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
