package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.CodeApp;
import org.attune.access.Invitations;
import org.attune.access.PersonView;
import org.attune.access.Role;
import org.attune.access.SecondProof;
import org.attune.access.SignInBy;
import org.attune.access.SignInRules;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class SecondFactorTests {

    private static final String PASSWORD = "tin kettle sings";
    private static final String HERE = "/preferences/second-factor";
    private static final Pattern RECOVERY = Pattern.compile("[A-Z2-9]{4}(-[A-Z2-9]{4}){3}");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Users users;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SignInRules rules;

    @Autowired
    private JdbcClient jdbc;

    private Viewer admin;
    private Viewer maya;
    private String email;
    private Browser browser;

    @BeforeEach
    void mayaIsSignedIn() {
        forgetAttempts();
        admin = somebody.whoAdministers();
        maya = somebody.whoSells();
        somebody.chooses(maya, PASSWORD);
        email = somebody.emailOf(maya);
        browser = new Browser(mvc);
        browser.signIn(email, PASSWORD);
    }

    @AfterEach
    void nobodyHasTo() {
        forgetAttempts();
        rules.requireSecondFactor(Set.of(), rules.current().version());
    }

    @Test
    void itCountsOnlyOnceAFirstCodeCame() throws Exception {
        begins();

        assertThat(new Browser(mvc).signIn(email, PASSWORD)).hasHeader("Location", "/");

        browser.open(HERE);
        assertThat(browser.send(HERE + "/confirmation", "code", "12x45"))
                .hasStatus(422)
                .bodyText()
                .contains("neither the code of your app");
        assertThat(new Browser(mvc).signIn(email, PASSWORD)).hasHeader("Location", "/");
    }

    @Test
    void nothingBeginsWithoutThePassword() {
        browser.open(HERE);

        assertThat(browser.send(HERE, "password", "not hers"))
                .hasStatus(422)
                .bodyText()
                .contains("This is not your password.");
        assertThat(factors()).isZero();
    }

    @Test
    void theSecretIsShownAsPictureAndTextAndKeptNowhereElse() throws Exception {
        begins();
        MvcTestResult page = browser.open(HERE);

        assertThat(page)
                .hasHeader("Cache-Control", "no-store")
                .bodyText()
                .contains("<svg role=\"img\"", "otpauth://totp/Attune:");
        CodeApp.toldBy(textOf(page));
        assertThat(jdbc.sql("select coalesce(before::text, '') || coalesce(after::text, '') from audit_value v "
                                + "join audit_entry e on e.id = v.entry_id where e.kind = 'second_factor'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(values -> values.contains("secret"));
    }

    @Test
    void afterwardsThePasswordLeadsToTheThresholdAndTheCodeIn() throws Exception {
        CodeApp app = sets();
        Browser fresh = new Browser(mvc);
        fresh.open("/sign-in");

        assertThat(fresh.send("/sign-in", "email", email, "password", PASSWORD, "to", "/preferences"))
                .hasStatusOk()
                .bodyText()
                .contains("The code of your app");
        String onTheThreshold = fresh.sessionId();
        assertThat(fresh.open("/preferences")).hasHeader("Location", "/sign-in/code?to=%2Fpreferences");
        assertThat(fresh.sendByHtmx("/hat", "hat", "marketing")).hasStatus(401);
        fresh.open("/sign-in/code?to=/preferences");

        assertThat(fresh.send("/sign-in/code", "code", app.code(), "to", "/preferences"))
                .hasStatus(303)
                .hasHeader("Location", "/preferences");
        assertThat(fresh.open("/preferences")).hasStatusOk().bodyText().contains(">password<", ">code of the app<");
        assertThat(fresh.sessionId()).isNotEqualTo(onTheThreshold);
        assertThat(person().lastSignInBy()).isEqualTo(SignInBy.PASSWORD);
        assertThat(person().lastSignInSecond()).isEqualTo(SecondProof.CODE);
        assertThat(mvc.get().uri("/admin/people/" + maya.uuid()).with(signedIn(admin)))
                .bodyText()
                .contains(">password<", ">code of the app<", "asked for");
    }

    @Test
    void theSessionThatSetItUpStaysAndTheOthersAreAskedForACode() throws Exception {
        Browser phone = new Browser(mvc);
        phone.signIn(email, PASSWORD);

        sets();

        assertThat(browser.open("/preferences")).hasStatusOk();
        assertThat(phone.open("/preferences")).hasHeader("Location", "/sign-in/code?to=%2Fpreferences");
    }

    @Test
    void aCodeIsTakenOnce() throws Exception {
        CodeApp app = sets();
        Browser first = atTheThreshold();
        first.send("/sign-in/code", "code", app.code());

        assertThat(atTheThreshold().send("/sign-in/code", "code", app.sameAgain()))
                .hasStatus(422)
                .bodyText()
                .contains("This code was used already.");
    }

    @Test
    void aCodeOfAnotherTimeIsToldFromAWrongOne() throws Exception {
        CodeApp app = sets();
        Browser fresh = atTheThreshold();

        assertThat(fresh.send("/sign-in/code", "code", app.codeOf(Instant.now().minusSeconds(120))))
                .hasStatus(422)
                .bodyText()
                .contains("This code is of another minute.");
        assertThat(fresh.send("/sign-in/code", "code", "ABCD-EFGH-JKMN-PQRS"))
                .hasStatus(422)
                .bodyText()
                .contains("neither the code of your app");
        assertThat(fresh.send("/sign-in/code")).hasStatus(422);
    }

    @Test
    void manyWrongCodesMakeOneWaitEvenWithAFreshPassword() throws Exception {
        CodeApp app = sets();
        Browser fresh = atTheThreshold();
        MvcTestResult last = fresh.send("/sign-in/code", "code", "WRONG");
        for (int i = 0; i < 5; i++) {
            last = fresh.send("/sign-in/code", "code", "WRONG");
        }

        assertThat(last).hasStatus(429).bodyText().contains("The next one is heard in");
        assertThat(atTheThreshold().send("/sign-in/code", "code", app.code())).hasStatus(429);
    }

    @Test
    void aRecoveryCodeLetsInOnce() throws Exception {
        List<String> codes = recoveryCodes(begunAndConfirmed());
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        Browser fresh = atTheThreshold();

        String typed = codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(fresh.send("/sign-in/code", "code", typed)).hasStatus(303);

        assertThat(fresh.open(HERE)).bodyText().contains("9 are left.");
        assertThat(person().lastSignInSecond()).isEqualTo(SecondProof.RECOVERY_CODE);
        assertThat(atTheThreshold().send("/sign-in/code", "code", typed))
                .hasStatus(422)
                .bodyText()
                .contains("This recovery code was used already.");
        assertThat(jdbc.sql("select hash from recovery_code where user_id = :user")
                        .param("user", maya.uuid())
                        .query(String.class)
                        .list())
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void newRecoveryCodesTakeThePlaceOfTheOldOnes() throws Exception {
        CodeApp app = begins();
        List<String> old = recoveryCodes(textOf(browser.send(HERE + "/confirmation", "code", app.code())));
        browser.open(HERE);

        List<String> fresh = recoveryCodes(textOf(browser.send(HERE + "/recovery-codes", "code", app.code())));

        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(atTheThreshold().send("/sign-in/code", "code", old.get(0))).hasStatus(422);
        assertThat(atTheThreshold().send("/sign-in/code", "code", fresh.get(0))).hasStatus(303);
    }

    @Test
    void itEndsWithPasswordAndCode() throws Exception {
        CodeApp app = sets();
        browser.open(HERE);

        assertThat(browser.send(HERE + "/end", "password", "not hers", "code", app.sameAgain()))
                .hasStatus(422);
        assertThat(browser.send(HERE + "/end", "password", PASSWORD, "code", "WRONG"))
                .hasStatus(422);
        assertThat(browser.send(HERE + "/end", "password", PASSWORD, "code", app.code()))
                .hasStatus(303);

        assertThat(factors()).isZero();
        assertThat(new Browser(mvc).signIn(email, PASSWORD)).hasHeader("Location", "/");
    }

    @Test
    void whoHasToHaveOneReachesNothingBeforeItIsSetUp() throws Exception {
        rules.requireSecondFactor(Set.of(Role.SALESPERSON), rules.current().version());

        for (String path : List.of("/", "/contacts", "/preferences", "/admin/people")) {
            assertThat(browser.open(path)).as(path).hasStatus(303).hasHeader("Location", HERE);
        }
        browser.open(HERE);
        assertThat(browser.sendByHtmx("/hat", "hat", "marketing")).hasHeader("HX-Redirect", HERE);
        assertThat(browser.send("/hat", "hat", "marketing")).hasHeader("Location", HERE);
        assertThat(browser.open(HERE)).hasStatusOk().bodyText().contains("People in your role sign in with");

        sets();

        assertThat(browser.open("/contacts")).hasStatusOk();
        assertThat(new Browser(mvc).signIn(somebody.emailOf(anotherManager()), PASSWORD))
                .hasHeader("Location", "/");
    }

    @Test
    void whoHasToHaveOneCanAlwaysLeave() {
        rules.requireSecondFactor(Set.of(Role.SALESPERSON), rules.current().version());
        browser.open(HERE);

        assertThat(browser.send("/sign-out")).hasHeader("Location", "/sign-in?signed-out");
    }

    @Test
    void aLinkToChooseAPasswordIsNoWayAroundTheCode() throws Exception {
        sets();
        String secret = invitations.invite(admin, maya.id());
        Browser finder = new Browser(mvc);
        finder.open("/invitations/" + secret);

        finder.send("/invitations/" + secret, "password", "violet-gravel-otter");

        assertThat(finder.open("/preferences")).hasHeader("Location", "/sign-in/code?to=%2Fpreferences");
    }

    @Test
    void anAdminTakesItAwayFromWhoeverLostItAndThatIsOnTheTrail() throws Exception {
        sets();
        Browser admins = admins();
        assertThat(admins.open("/admin/people/" + maya.uuid())).bodyText().contains("Take away the second factor");

        assertThat(admins.send("/admin/people/" + maya.uuid() + "/second-factor/end"))
                .hasStatus(303);

        assertThat(new Browser(mvc).signIn(email, PASSWORD)).hasHeader("Location", "/");
        assertThat(jdbc.sql("""
                        select actor from audit_entry where kind = 'second_factor' and deed = 'removed' and about_id = :maya
                        """)
                        .param("maya", maya.uuid())
                        .query(java.util.UUID.class)
                        .single())
                .isEqualTo(admin.uuid());
    }

    @Test
    void anAdminDoesNotTakeAwayTheirOwnWithoutACode() {
        Browser admins = admins();
        admins.open("/admin/people");

        assertThat(admins.send("/admin/people/" + admin.uuid() + "/second-factor/end"))
                .hasHeader("Location", HERE);
    }

    @Test
    void whoHasToHaveOneIsSettledByAnAdminAndTwoAtOnceAreTold() {
        Browser admins = admins();
        admins.open("/admin/sign-in");
        String version = String.valueOf(rules.current().version());

        assertThat(admins.send("/admin/sign-in", "managers", "true", "version", version))
                .hasStatus(303);
        assertThat(rules.current().secondFactorFor()).containsExactly(Role.MANAGER);
        assertThat(admins.send("/admin/sign-in", "admins", "true", "version", version))
                .satisfies(
                        answer -> assertThat(answer.getResponse().getStatus()).isIn(409, 422))
                .bodyText()
                .contains("manager");
        assertThat(rules.current().secondFactorFor()).containsExactly(Role.MANAGER);
    }

    private CodeApp begins() throws Exception {
        browser.open(HERE);
        assertThat(browser.send(HERE, "password", PASSWORD)).hasStatus(303).hasHeader("Location", HERE);
        return CodeApp.toldBy(textOf(browser.open(HERE)));
    }

    private CodeApp sets() throws Exception {
        CodeApp app = begins();
        assertThat(browser.send(HERE + "/confirmation", "code", app.code())).hasStatusOk();
        return app;
    }

    private String begunAndConfirmed() throws Exception {
        CodeApp app = begins();
        return textOf(browser.send(HERE + "/confirmation", "code", app.code()));
    }

    private static List<String> recoveryCodes(String page) {
        return RECOVERY.matcher(page).results().map(found -> found.group()).toList();
    }

    private Browser atTheThreshold() {
        Browser fresh = new Browser(mvc);
        assertThat(fresh.signIn(email, PASSWORD)).hasStatusOk();
        return fresh;
    }

    private Browser admins() {
        somebody.chooses(admin, PASSWORD);
        Browser admins = new Browser(mvc);
        admins.signIn(somebody.emailOf(admin), PASSWORD);
        return admins;
    }

    private Viewer anotherManager() {
        Viewer manager = somebody.whoLeads();
        somebody.chooses(manager, PASSWORD);
        return manager;
    }

    private PersonView person() {
        return users.person(maya.id()).orElseThrow();
    }

    private long factors() {
        return jdbc.sql("select count(*) from second_factor where user_id = :user")
                .param("user", maya.uuid())
                .query(Long.class)
                .single();
    }

    private void forgetAttempts() {
        jdbc.sql("delete from sign_in_failure").update();
    }

    private static String textOf(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString();
    }
}
