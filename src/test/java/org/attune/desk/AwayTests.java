package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Absences;
import org.attune.access.GoAway;
import org.attune.access.TeamId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Visibility;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class AwayTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Promises promises;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Absences absences;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    private TeamId north;
    private Viewer maya;
    private Viewer ola;
    private Viewer ben;
    private Viewer manager;
    private ContactId helen;

    @BeforeEach
    void meetThem() {
        north = somebody.aTeam();
        maya = somebody.whoSells(north);
        ola = somebody.whoSells();
        ben = somebody.whoSells();
        manager = somebody.whoLeads(north);
        helen = acquaintances.of(maya);
    }

    @Test
    void aStandInSeesAndTendsTheirContactsUntilTheyAreBack() {
        assertThat(functions(ola)).isEqualTo("- - -");

        away(maya, ola, 0, 3);
        assertThat(functions(ola)).isEqualTo("seen tended -");
        assertThat(contacts.tendedPage(ola, helen).owner()).isEqualTo(maya.id());
        assertThat(functions(maya)).as("who is away still does").isEqualTo("seen tended -");

        absences.comeBack(maya, maya.id());
        assertThat(functions(ola)).isEqualTo("- - -");
    }

    @Test
    void itBeginsAndEndsByItselfOnTheDaysOfTheirZone() {
        away(maya, ola, 1, 3);
        assertThat(functions(ola)).as("before").isEqualTo("- - -");

        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            LocalDate there = LocalDate.now(ZoneId.of(zone));
            jdbc.sql("update app_user set zone = ? where id = ?")
                    .params(zone, maya.uuid())
                    .update();
            days(there.minusDays(3), there);
            assertThat(functions(ola)).as("the last day in " + zone).isEqualTo("seen tended -");
            days(there.minusDays(3), there.minusDays(1));
            assertThat(functions(ola)).as("the day after in " + zone).isEqualTo("- - -");
            days(there, there.plusDays(3));
            assertThat(functions(ola)).as("the first day in " + zone).isEqualTo("seen tended -");
            days(there.plusDays(1), there.plusDays(3));
            assertThat(functions(ola)).as("the day before in " + zone).isEqualTo("- - -");
        }
    }

    @Test
    void nothingIsPassedOnByAStandIn() {
        away(maya, ola, 0, 3);
        // Past Attune, which refuses it: who stands in is away as well.
        jdbc.sql("""
                        insert into absence (id, user_id, stand_in, from_day, until_day, said_by)
                        values (?, ?, ?, current_date - 1, current_date + 1, ?)""").params(Ids.next(), ola.uuid(), ben.uuid(), ola.uuid()).update();

        assertThat(functions(ben)).isEqualTo("- - -");
    }

    @Test
    void whatAManagerSeesOrACompanionIsNotPassedOn() {
        away(manager, ola, 0, 3);
        assertThat(functions(ola)).as("of the manager's team").isEqualTo("- - -");

        talks.companion(helen, ben);
        away(ben, ola, 0, 3);
        assertThat(functions(ola)).as("of the companion").isEqualTo("- - -");
    }

    @Test
    void aClosedAccountStandsInForNobody() {
        away(maya, ola, 0, 3);
        users.deactivate(somebody.whoAdministers(), ola.id());

        assertThat(functions(ola)).isEqualTo("- - -");
        assertThat(absences.current(maya.id())).isEmpty();
    }

    @Test
    void privateConversationsStayPrivate() {
        ConversationId own = talks.begun(maya, Visibility.PRIVATE, helen);
        talks.heard(maya, own, helen, "Between you and me.");
        away(maya, ola, 0, 3);

        assertThat(get(ola, "/conversations/" + own.value())).hasStatus(404);
        assertThat(get(ola, "/contacts/" + helen.value()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Between you and me");
    }

    @Test
    void nobodyStandsInForThemselvesInACircleOrWhileAway() {
        refused(() -> away(maya, maya, 0, 3), "oneself");
        refused(() -> away(maya, somebody.whoAdministers(), 0, 3), "must-sell");
        users.deactivate(somebody.whoAdministers(), ben.id());
        refused(() -> away(maya, ben, 0, 3), "must-sell");

        away(maya, ola, 2, 5);
        refused(() -> away(ola, maya, 4, 9), "away-too");
        refused(() -> away(ola, somebody.whoSells(), 5, 9), "stands-in");
        away(ola, maya, 6, 9);
        refused(() -> away(maya, ola, 3, 6), "away-too");
    }

    @Test
    void theDaysHaveToMakeSense() {
        refused(() -> away(maya, ola, 3, 2), "backwards");
        refused(() -> away(maya, ola, -5, -3), "over");
        refused(() -> away(maya, ola, 0, 400), "too-long");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into absence (id, user_id, stand_in, from_day, until_day, said_by)
                        values (?, ?, ?, current_date, current_date, ?)""")
                        .params(Ids.next(), maya.uuid(), maya.uuid(), maya.uuid())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void ofTwoWhoArrangeToStandInForEachOtherAtOnceOneIsRefused() {
        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> arranged(maya, ola));
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> arranged(ola, maya));

        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(true, false);
    }

    private boolean arranged(Viewer who, Viewer standIn) {
        try {
            away(who, standIn, 0, 3);
            return true;
        } catch (RuleRefused refused) {
            return false;
        }
    }

    @Test
    void oneselfTheManagerAndAnAdminArrangeItAndNobodyElse() {
        for (Viewer may : List.of(maya, manager, somebody.whoAdministers())) {
            absences.arrange(may, plan(maya, ola, 0, 3));
            assertThat(get(may, "/colleagues/" + maya.uuid() + "/away"))
                    .hasStatusOk()
                    .bodyText()
                    .contains(ola.name() + " stands in");
        }
        assertThatThrownBy(() -> absences.arrange(ola, plan(maya, ola, 0, 3))).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> absences.comeBack(somebody.whoLeads(), maya.id()))
                .isInstanceOf(NotSeen.class);
        assertThat(get(ola, "/colleagues/" + maya.uuid() + "/away")).hasStatus(404);
    }

    @Test
    void aRepeatSaysItOnceAndOtherDaysAreAConflict() {
        GoAway plan = plan(maya, ola, 0, 3);
        absences.arrange(maya, plan);
        absences.arrange(maya, plan);

        assertThatThrownBy(() -> absences.arrange(
                        maya,
                        new GoAway(
                                plan.id(),
                                maya.id(),
                                ola.id(),
                                plan.from(),
                                plan.until().plusDays(1))))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(jdbc.sql("select count(*) from absence where user_id = ?")
                        .param(maya.uuid())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theFormSaysWhatIsWrongAndLosesNothing() {
        MvcTestResult wrong = mvc.post()
                .uri("/colleagues/" + maya.uuid() + "/away")
                .with(signedIn(maya))
                .with(csrf())
                .param("id", Ids.next().toString())
                .param("standIn", ola.uuid().toString())
                .param("from", "2031-02-03")
                .param("until", "2031-02-01")
                .exchange();

        assertThat(wrong).hasStatus(422).bodyText().contains("The last day comes after the first.", "2031-02-03");
    }

    @Test
    void todaySaysWhatFallsToTheStandInAndForWhom() {
        promise(maya, "Send the list");
        assertThat(get(ola, "/")).bodyText().doesNotContain("Send the list");
        away(maya, ola, 0, 3);

        assertThat(get(ola, "/"))
                .hasStatusOk()
                .bodyText()
                .contains("You stand in for " + maya.name(), "Send the list", "For " + maya.name());
        assertThat(get(ben, "/")).bodyText().doesNotContain("Send the list", maya.name());
    }

    @Test
    void whoComesBackReadsWhatHappenedMeanwhile() {
        PromiseId promise = promise(maya, "Send the list");
        away(maya, ola, 0, 3);
        ConversationId talk = talks.begun(ola, helen);
        talks.heard(ola, talk, helen, "She is away, is she?");
        promises.keep(ola, promise);
        absences.comeBack(maya, maya.id());

        UUID absence = jdbc.sql("select id from absence where user_id = ?")
                .param(maya.uuid())
                .query(UUID.class)
                .single();
        assertThat(get(maya, "/")).bodyText().contains("/absences/" + absence);
        assertThat(get(maya, "/absences/" + absence))
                .hasStatusOk()
                .bodyText()
                .contains(ola.name() + " noted that a promise", "Send the list");
        assertThat(get(ola, "/absences/" + absence)).hasStatus(404);
    }

    private PromiseId promise(Viewer by, String words) {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(by, MakePromise.ours(id, helen, words, LocalDate.now().plusDays(2)));
        return id;
    }

    private void away(Viewer who, Viewer standIn, int from, int until) {
        absences.arrange(who, plan(who, standIn, from, until));
    }

    private static GoAway plan(Viewer who, Viewer standIn, int from, int until) {
        LocalDate today = LocalDate.now(who.zone());
        return new GoAway(Ids.next(), who.id(), standIn.id(), today.plusDays(from), today.plusDays(until));
    }

    private void days(LocalDate from, LocalDate until) {
        jdbc.sql("update absence set from_day = ?, until_day = ? where user_id = ?")
                .params(from, until, maya.uuid())
                .update();
    }

    /** Which of the three functions know Helen. */
    private String functions(Viewer viewer) {
        return jdbc.sql("""
                        select concat_ws(' ',
                          case when exists (select from seen_contact(:viewer) where id = :helen) then 'seen' else '-' end,
                          case when exists (select from tended_contact(:viewer) where id = :helen) then 'tended' else '-' end,
                          case when exists (select from led_contact(:viewer) where id = :helen) then 'led' else '-' end)""")
                .param("viewer", viewer.uuid())
                .param("helen", helen.value())
                .query(String.class)
                .single();
    }

    private static void refused(Runnable attempt, String key) {
        assertThatThrownBy(attempt::run).isInstanceOf(RuleRefused.class).hasMessageContaining(key);
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(signedIn(viewer)).exchange();
    }
}
