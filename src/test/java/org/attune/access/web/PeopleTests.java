package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.NameKey;
import org.attune.access.TeamId;
import org.attune.access.TeamView;
import org.attune.access.Teams;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class PeopleTests {

    private static final Pattern LINK = Pattern.compile("value=\"https://attune.example.org(/invitations/[\\w-]+)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Users users;

    @Autowired
    private Teams teams;

    @Autowired
    private JdbcClient jdbc;

    private Viewer admin;
    private String team;
    private final UUID id = Ids.next();
    private final String email = "new-" + id + "@attune.example";

    @BeforeEach
    void meetTheAdmin() {
        admin = somebody.whoAdministers();
        team = somebody.aTeam().value().toString();
    }

    @Test
    void somebodyAddedChoosesAPasswordByTheirLinkAndIsIn() throws Exception {
        String link = linkIn(add("SALESPERSON", true, team));

        Browser browser = new Browser(mvc);
        assertThat(browser.open(link)).hasStatusOk().bodyText().contains("Welcome, Ola Berg");
        assertThat(browser.send(link, "password", "violet-gravel-otter"))
                .hasStatus(303)
                .hasHeader("Location", "/preferences");
        assertThat(browser.open("/preferences")).hasStatusOk().bodyText().contains(email);
        assertThat(new Browser(mvc).signIn(email, "violet-gravel-otter")).hasStatus(303);
    }

    @Test
    void aLinkWorksOnceAndAnEarlierOneNotAtAll() throws Exception {
        String first = linkIn(add("SALESPERSON", true, team));
        String second = linkIn(post("/admin/people/" + id + "/invitation"));
        assertThat(new Browser(mvc).open(first)).hasStatus(410).bodyText().contains("There is a newer link");

        Browser browser = new Browser(mvc);
        browser.open(second);
        browser.send(second, "password", "violet-gravel-otter");

        Browser late = new Browser(mvc);
        assertThat(late.open(second))
                .hasStatus(410)
                .bodyText()
                .contains("This link was used already")
                .doesNotContain("Ola Berg");
        assertThat(mvc.post()
                        .uri(second)
                        .param("password", "another-gravel-otter")
                        .with(csrf()))
                .hasStatus(410);
    }

    @Test
    void aLinkThatNeverWasDoesNotExist() {
        assertThat(new Browser(mvc).open("/invitations/never-was")).hasStatus(404);
    }

    @Test
    void aLinkToAnAddressThatIsNoLongerTheirsDoesNotHold() throws Exception {
        String link = linkIn(add("SALESPERSON", true, team));
        post(
                "/admin/people/" + id,
                "name",
                "Ola Berg",
                "email",
                "other-" + id + "@attune.example",
                "role",
                "SALESPERSON",
                "sells",
                "true",
                "team",
                team,
                "version",
                "0");
        assertThat(new Browser(mvc).open(link)).hasStatus(410).bodyText().contains("does not hold any more");
    }

    @Test
    void aLinkEndsAfterAWeek() throws Exception {
        String link = linkIn(add("SALESPERSON", true, team));

        jdbc.sql("update invitation set expires_at = now() - interval '1 second' where user_id = :id")
                .param("id", id)
                .update();

        assertThat(new Browser(mvc).open(link)).hasStatus(410).bodyText().contains("This link has ended");
    }

    @Test
    void aPasswordThatIsEasyToGuessIsRefusedAndTheLinkStaysGood() throws Exception {
        String link = linkIn(add("SALESPERSON", true, team));
        Browser browser = new Browser(mvc);
        browser.open(link);

        assertThat(browser.send(link, "password", "Password2026!"))
                .hasStatus(422)
                .bodyText()
                .contains("among the first that somebody would try");
        assertThat(browser.send(link, "password", "violet-gravel-otter")).hasStatus(303);
    }

    @Test
    void theSecretOfALinkIsNotKept() throws Exception {
        String secret = linkIn(add("SALESPERSON", true, team)).replace("/invitations/", "");

        assertThat(jdbc.sql("select hash from invitation where user_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void theSameFormSentTwiceAddsOnePerson() {
        assertThat(add("SALESPERSON", true, team)).hasStatusOk();
        assertThat(add("SALESPERSON", true, team)).hasStatusOk();

        assertThat(jdbc.sql("select count(*) from app_user where email = :email")
                        .param("email", email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameIdWithOtherWordsIsAConflict() {
        add("SALESPERSON", true, team);

        assertThat(add("MANAGER", true, team)).hasStatus(409);
    }

    @Test
    void whoeverSellsNeedsATeamAndNobodySharesAnAddress() {
        assertThat(add("SALESPERSON", true, null)).hasStatus(422).bodyText().contains("Choose a team.");
        assertThat(post(
                        "/admin/people",
                        "id",
                        Ids.next().toString(),
                        "name",
                        "Another",
                        "email",
                        somebody.emailOf(admin).toUpperCase(Locale.ROOT),
                        "role",
                        "ADMIN",
                        "sells",
                        "false"))
                .hasStatus(422)
                .bodyText()
                .contains("has this e-mail address already");
    }

    @Test
    void aStaleFormChangesNothing() {
        Viewer maya = somebody.whoSells();
        String[] form = {
            "name",
            "Maya",
            "email",
            "maya-" + id + "@attune.example",
            "role",
            "SALESPERSON",
            "sells",
            "true",
            "team",
            team,
            "moving",
            team,
            "version",
            "0"
        };

        assertThat(post("/admin/people/" + maya.uuid(), form)).hasStatus(303);
        form[1] = "Somebody else";
        assertThat(post("/admin/people/" + maya.uuid(), form)).hasStatus(409);

        assertThat(somebody.again(maya).name()).isEqualTo("Maya");
    }

    @Test
    void aChangeOfRoleHoldsFromTheNextClickOn() {
        Viewer other = somebody.whoAdministersAndSells();
        assertThat(mvc.get().uri("/admin/people").with(signedIn(other))).hasStatusOk();

        post(
                "/admin/people/" + other.uuid(),
                "name",
                "Ada",
                "email",
                email,
                "role",
                "SALESPERSON",
                "sells",
                "true",
                "team",
                team,
                "moving",
                team,
                "version",
                "0");

        assertThat(mvc.get().uri("/admin/people").with(signedIn(other))).hasStatus(404);
    }

    @Test
    void movingToAnotherTeamIsReadBeforeItIsDone() {
        Viewer ola = somebody.whoLeads(new TeamId(UUID.fromString(team)));
        TeamId before = somebody.aTeam();
        Viewer maya = somebody.whoSells(before);
        Viewer ada = somebody.whoLeads(before);
        acquaintances.of(maya);
        String[] form = {
            "name",
            "<script>alert(1)</script>",
            "email",
            email,
            "role",
            "SALESPERSON",
            "sells",
            "true",
            "team",
            team,
            "version",
            "0",
            "moving",
            ""
        };

        assertThat(post("/admin/people/" + maya.uuid(), form))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "1 contact moves along",
                        ada.name() + " no longer sees them",
                        ola.name() + " sees them then",
                        "name=\"moving\" value=\"" + team + "\"",
                        "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(users.person(maya.id()).orElseThrow().teamId()).isEqualTo(before);

        form[13] = team;
        assertThat(post("/admin/people/" + maya.uuid(), form)).hasStatus(303);
        assertThat(users.person(maya.id()).orElseThrow().teamId()).isEqualTo(new TeamId(UUID.fromString(team)));
    }

    @Test
    void aClosedAccountCanBeOpenedAgain() {
        Viewer maya = somebody.whoSells();

        assertThat(post(
                        "/admin/people/" + maya.uuid() + "/closing",
                        "id",
                        Ids.next().toString()))
                .hasStatus(303);
        assertThat(users.signedIn(maya.id())).isEmpty();

        assertThat(post("/admin/people/" + maya.uuid() + "/reopening")).hasStatus(303);
        assertThat(users.signedIn(maya.id())).isPresent();
    }

    @Test
    void everybodyIsOnExactlyOnePageOfTheList() {
        for (int i = 0; i < 60; i++) {
            somebody.whoAdministers();
        }
        Set<UserId> seen = new HashSet<>();
        String after = "";
        while (after != null) {
            var page = users.people(NameKey.parse(after));
            page.items().forEach(person -> assertThat(seen.add(person.id())).isTrue());
            after = page.next();
        }
        assertThat(seen).contains(admin.id()).hasSizeGreaterThan(60);
    }

    @Test
    void onlyManagersLeadTeams() {
        Viewer manager = somebody.whoLeads();
        String leads = "/admin/teams/" + team + "/leads";

        assertThat(post(leads, "manager", manager.uuid().toString())).hasStatus(303);
        assertThat(post(leads, "manager", somebody.whoSells().uuid().toString()))
                .hasStatus(422);

        assertThat(teams.all())
                .filteredOn(one -> one.id().value().toString().equals(team))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.leads()).extracting(lead -> lead.id()).containsExactly(manager.id()));
    }

    private MvcTestResult add(String role, boolean sells, @Nullable String team) {
        return post(
                "/admin/people",
                "id",
                id.toString(),
                "name",
                "Ola Berg",
                "email",
                email,
                "role",
                role,
                "sells",
                String.valueOf(sells),
                "team",
                team == null ? "" : team);
    }

    private MvcTestResult post(String path, String... namesAndValues) {
        var request = mvc.post().uri(path).with(signedIn(admin)).with(csrf());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.exchange();
    }

    private static String linkIn(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk().hasHeader("Cache-Control", "no-store");
        Matcher link = LINK.matcher(result.getResponse().getContentAsString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void teamsArePagedByNameAndNoneIsLeftOutOrShownTwice() {
        List<TeamId> founded =
                Stream.generate(() -> new TeamId(Ids.next())).limit(60).toList();
        founded.forEach(id -> teams.found(id, "Paged " + id.value()));

        List<TeamId> walked = new ArrayList<>();
        @Nullable String key = null;
        do {
            KeysetPage<TeamView> page = teams.page(NameKey.parse(key));
            page.items().forEach(team -> walked.add(team.id()));
            key = page.next();
        } while (key != null);

        assertThat(walked).doesNotHaveDuplicates().containsAll(founded);
        assertThat(walked)
                .containsExactlyElementsOf(
                        teams.all().stream().map(TeamView::id).toList());
    }
}
