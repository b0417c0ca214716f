package org.attune.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Teams;
import org.attune.access.Viewer;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who sees figures about whom, and what counts in them. */
@AttuneTest
class FiguresAboutPeopleTests {

    private static final String PAGE = "/admin/organisation/figures";
    private static final String NOTICE = "Your manager sees figures about your conversations";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private OfferScene offers;

    @Autowired
    private Teams teams;

    @Autowired
    private FiguresAboutPeople figures;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer anna;
    private Viewer ben;
    private Viewer lead;
    private Viewer admin;

    @BeforeEach
    void aTeam() {
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
        ben = somebody.whoSells(team);
        lead = somebody.whoLeads(team);
        admin = somebody.whoAdministers();
        settle(FiguresLevel.OWN_EYES);
    }

    @AfterEach
    void asItCameWithAttune() {
        settle(FiguresLevel.OWN_EYES);
    }

    @Test
    void theyAreForOnesOwnEyesFromTheBeginning() {
        assertThat(figures.mayBeSeen(anna, anna.id())).isTrue();
        assertThat(figures.mayBeSeen(lead, lead.id())).isTrue();
        for (Viewer other : List.of(ben, lead, admin, somebody.whoAdministersAndSells())) {
            assertThat(figures.mayBeSeen(other, anna.id())).isFalse();
        }
    }

    @Test
    void whereTheyAreOffNobodySeesAny() {
        settle(FiguresLevel.OFF);
        for (Viewer viewer : List.of(anna, ben, lead, admin)) {
            assertThat(figures.mayBeSeen(viewer, anna.id())).isFalse();
        }
    }

    @Test
    void aManagerSeesThoseOfTheTeamsTheyLeadAndOfNoOther() {
        settle(FiguresLevel.OWN_EYES_AND_MANAGER);
        Viewer elsewhere = somebody.whoSells();
        assertThat(figures.mayBeSeen(lead, anna.id())).isTrue();
        assertThat(figures.mayBeSeen(lead, elsewhere.id())).isFalse();
        assertThat(figures.mayBeSeen(anna, anna.id())).isTrue();
        assertThat(figures.mayBeSeen(ben, anna.id())).isFalse();
        assertThat(figures.mayBeSeen(anna, lead.id())).isFalse();
        assertThat(figures.mayBeSeen(admin, anna.id())).isFalse();

        teams.leadNoLonger(team, lead.id());

        assertThat(figures.mayBeSeen(lead, anna.id())).isFalse();
    }

    @Test
    void aWideningHoldsFromTheNextClickOnAndANarrowingToo() {
        settle(FiguresLevel.OWN_EYES_AND_MANAGER);
        settle(FiguresLevel.OFF);
        assertThat(figures.mayBeSeen(lead, anna.id())).isFalse();
        assertThat(figures.mayBeSeen(anna, anna.id())).isFalse();
    }

    @Test
    void theFirstTenConversationsOfSomebodyNewCountInNone() {
        ContactId helen = happened.met(anna);
        for (int i = 0; i < 10; i++) {
            conversed(helen, i);
        }
        assertThat(counted(anna)).isEmpty();

        UUID eleventh = conversed(helen, 11);
        UUID twelfth = conversed(helen, 12);
        happened.planned(anna, helen, Instant.now());

        assertThat(counted(anna)).containsExactlyInAnyOrder(eleventh, twelfth);
        assertThat(counted(lead)).isEmpty();
        settle(FiguresLevel.OWN_EYES_AND_MANAGER);
        assertThat(counted(lead)).containsExactlyInAnyOrder(eleventh, twelfth);
        settle(FiguresLevel.OFF);
        assertThat(counted(anna)).isEmpty();
    }

    @Test
    void theBalanceOfAConversationIsShownToThoseItIsFor() {
        ContactId helen = happened.met(anna);
        UUID talk = happened.spoke(anna, helen, "they");
        happened.heard(talk, helen);
        happened.asked(talk);
        String path = "/conversations/" + talk;

        assertThat(mvc.get().uri(path).with(signedIn(anna))).bodyText().contains("our longest run", "questions asked");
        assertThat(mvc.get().uri(path).with(signedIn(lead)))
                .hasStatusOk()
                .bodyText()
                .contains("are not for your eyes")
                .doesNotContain("our longest run", "questions asked");

        settle(FiguresLevel.OWN_EYES_AND_MANAGER);
        assertThat(mvc.get().uri(path).with(signedIn(lead))).bodyText().contains("our longest run", "questions asked");

        settle(FiguresLevel.OFF);
        assertThat(mvc.get().uri(path).with(signedIn(anna)))
                .bodyText()
                .doesNotContain("our longest run", "questions asked");
    }

    @Test
    void howLongOnesOffersUsuallyWaitIsAFigureToo() {
        for (int n = 0; n < 5; n++) {
            offers.accepted(offers.complete(anna));
        }
        OfferId open = offers.sent(offers.complete(anna));
        String path = "/offers/" + open.value();
        assertThat(mvc.get().uri(path).with(signedIn(anna))).bodyText().contains("Usual for you, once it is sent");
        assertThat(mvc.get().uri(path).with(signedIn(lead)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("once it is sent");

        settle(FiguresLevel.OFF);

        assertThat(mvc.get().uri(path).with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("once it is sent");
    }

    @Test
    void anAdminSettlesItAfterReadingWhatItIsNotForAndEverybodyIsToldOnce() {
        MvcTestResult page = mvc.get().uri(PAGE).with(signedIn(admin)).exchange();
        assertThat(page)
                .bodyText()
                .contains("Not for pay, seniority or employment", "with the last of the three")
                .doesNotContain("??");
        assertThat(mvc.get().uri("/").with(signedIn(anna))).bodyText().doesNotContain(NOTICE);

        assertThat(SentForm.on(page, PAGE).with("level", "OWN_EYES_AND_MANAGER").send(mvc, admin))
                .hasStatus(303);

        MvcTestResult today = mvc.get().uri("/").with(signedIn(anna)).exchange();
        assertThat(today).bodyText().contains(NOTICE, admin.name());
        SentForm read = SentForm.on(today, "/figures/notice");
        assertThat(read.send(mvc, anna)).hasStatus(303);
        assertThat(read.send(mvc, anna)).hasStatus(303);
        assertThat(mvc.get().uri("/").with(signedIn(anna))).bodyText().doesNotContain(NOTICE);
        assertThat(mvc.get().uri("/").with(signedIn(ben))).bodyText().contains(NOTICE);

        settle(FiguresLevel.OWN_EYES);
        assertThat(mvc.get().uri("/").with(signedIn(ben))).bodyText().doesNotContain(NOTICE);
        settle(FiguresLevel.OWN_EYES_AND_MANAGER);
        assertThat(mvc.get().uri("/").with(signedIn(anna))).bodyText().contains(NOTICE);
    }

    @Test
    void onlyAdminsSettleIt() {
        for (Viewer other : List.of(anna, lead)) {
            assertThat(mvc.get().uri(PAGE).with(signedIn(other))).hasStatus(404);
            assertThat(SentForm.to(PAGE)
                            .choosing("level", "OFF")
                            .choosing("version", "1")
                            .send(mvc, other))
                    .hasStatus(404);
        }
        assertThat(figures.current().level()).isEqualTo(FiguresLevel.OWN_EYES);
    }

    @Test
    void ofTwoAdminsTheSecondSeesWhatTheFirstSettled() {
        SentForm first = opened().with("level", "OFF");
        SentForm second = opened().with("level", "OWN_EYES_AND_MANAGER");
        assertThat(first.send(mvc, admin)).hasStatus(303);
        assertThat(first.send(mvc, admin)).hasStatus(303);

        MvcTestResult conflict = second.send(mvc, somebody.whoAdministers());

        assertThat(conflict).hasStatus(409).bodyText().contains("<pre class=\"kept\">off</pre>");
        assertThat(SentForm.on(conflict, PAGE).send(mvc, admin)).hasStatus(303);
        assertThat(figures.current().level()).isEqualTo(FiguresLevel.OWN_EYES_AND_MANAGER);
    }

    @Test
    void whatIsNoneOfTheThreeIsNotSettled() {
        assertThat(opened().with("level", "EVERYBODY").send(mvc, admin)).hasStatus(422);
        assertThat(opened().without("level").send(mvc, admin)).hasStatus(422);
        assertThat(opened().without("version").send(mvc, admin)).hasStatus(422);
    }

    @Test
    void theApplicationCannotRewriteWhatWasSettled() {
        for (String sql : List.of(
                "update figures_setting set level = 'off'",
                "delete from figures_setting",
                "delete from figures_told")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> jdbc.sql(sql).update())
                    .hasStackTraceContaining("permission denied");
        }
    }

    private SentForm opened() {
        return SentForm.opened(mvc, admin, PAGE, PAGE);
    }

    private void settle(FiguresLevel level) {
        figures.settle(admin, level, figures.current().number());
    }

    private UUID conversed(ContactId with, int hour) {
        UUID talk = happened.spoke(anna, with, "they");
        jdbc.sql("update conversation set happened_at = :at where id = :id")
                .param(
                        "at",
                        Timestamp.from(Instant.parse("2026-03-02T08:00:00Z").plusSeconds(3600L * hour)))
                .param("id", talk)
                .update();
        return talk;
    }

    private List<UUID> counted(Viewer viewer) {
        return jdbc.sql("select id from figured_conversation(:viewer)")
                .param("viewer", viewer.uuid())
                .query(UUID.class)
                .list();
    }
}
