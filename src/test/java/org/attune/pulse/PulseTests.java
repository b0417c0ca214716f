package org.attune.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.audit.ErasePerson;
import org.attune.audit.Erasures;
import org.attune.conversations.ConversationScene;
import org.attune.health.HealthView;
import org.attune.health.Healths;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.Silences;
import org.attune.outside.LinkKind;
import org.attune.outside.OldLinks;
import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Three questions: who may ask whom and how rarely, what the page asks, and what an answer does. */
@AttuneTest
class PulseTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Pulses pulses;

    @Autowired
    private Silences silences;

    @Autowired
    private Healths healths;

    @Autowired
    private Merges merges;

    @Autowired
    private Erasures erasures;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer maya;
    private ContactId helen;

    @BeforeEach
    void somebodyWeWorkWith() {
        team = somebody.aTeam();
        maya = somebody.whoSells(team);
        helen = acquaintances.of(maya, ContactDetails.named("Helen", "Brandt"));
    }

    @Test
    void thePageSaysWhoAsksAndWhoReadsItAndKeepsNothingElse() {
        String path = asked();

        MvcTestResult page = mvc.get().uri(path).exchange();
        assertThat(page)
                .hasStatusOk()
                .hasHeader("Referrer-Policy", "no-referrer")
                .doesNotContainHeader("Set-Cookie")
                .bodyText()
                .contains("How is it with us?", maya.name(), "with your name", "did you feel heard?")
                .doesNotContain(helen.value().toString(), "Brandt");
        mvc.head().uri(path).exchange();
        assertThat(pulses.panel(maya, helen, true).last()).isNull();
    }

    @Test
    void anAnswerIsShownWhereItsPeopleAreAndMovesHealthByAtMostTen() {
        for (int n = 0; n < 3; n++) {
            talks.heard(maya, talks.begun(maya, helen), helen, "It takes us nine days.");
        }
        HealthView before = healths.of(maya, helen).orElseThrow();
        String path = asked();

        assertThat(answer(path, "NOT_AT_ALL", "NOT_AT_ALL", "NOT_AT_ALL", "You never call back."))
                .hasStatus(303);

        HealthView after = healths.of(maya, helen).orElseThrow();
        assertThat(after.score()).isEqualTo(Math.max(0, Objects.requireNonNull(before.score()) - 10));
        assertThat(jdbc.sql("select score from contact_health where contact_id = :id")
                        .param("id", helen.value())
                        .query(Integer.class)
                        .single())
                .as("what is kept is what would be told again")
                .isEqualTo(after.score());
        assertThat(get(maya, "/contacts/" + helen.value()))
                .bodyText()
                .contains("You never call back.", "Not at all", "takes 10, at most 10", "They may be asked again from");
        assertThat(mvc.get().uri(path).exchange()).hasStatusOk().bodyText().contains("Thank you, we have your answer");
    }

    @Test
    void oneAnswerHolds() {
        String path = asked();
        answer(path, "FULLY", "FULLY", "MOSTLY", "");

        assertThat(answer(path, "FULLY", "FULLY", "MOSTLY", ""))
                .as("the very same")
                .hasStatus(303);
        assertThat(answer(path, "NOT_AT_ALL", "FULLY", "MOSTLY", "But then"))
                .hasStatus(409)
                .bodyText()
                .contains("But then");
        assertThat(Objects.requireNonNull(pulses.panel(maya, helen, true).last())
                        .heard())
                .isEqualTo(Felt.FULLY);
    }

    @Test
    void whatIsMissingIsAskedForAndNothingIsLost() {
        String path = asked();

        assertThat(mvc.post()
                        .uri(path)
                        .param("token", token(path))
                        .param("heard", "FULLY")
                        .param("words", "You listen.")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Choose one of the four.", "You listen.");
        assertThat(mvc.post()
                        .uri(path)
                        .param("heard", "FULLY")
                        .param("understood", "FULLY")
                        .param("answered", "FULLY")
                        .exchange())
                .hasStatus(422);
        assertThat(pulses.panel(maya, helen, true).last()).isNull();
    }

    @Test
    void whatIsMissingIsSaidInTheLanguageOfThePageWhateverTheBrowserSpeaks() {
        jdbc.sql("update contact set language = 'de' where id = :id")
                .param("id", helen.value())
                .update();
        String path = asked();

        assertThat(mvc.post()
                        .uri(path)
                        .locale(Locale.ENGLISH)
                        .param("token", token(path))
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("lang=\"de\"", "Wählen Sie eine der vier")
                .doesNotContain("Choose one of the four");
    }

    @Test
    void aSecretOfOneKindOpensNothingOfAnother() {
        assertThat(mvc.get().uri(asked().replace("/pulse/", "/p/")).exchange()).hasStatus(404);
    }

    @Test
    void nobodyIsAskedTwiceWithinTheWeeksOfTheRule() {
        asked();

        assertThatThrownBy(() -> ask(helen)).isInstanceOf(RuleRefused.class).hasMessage("pulse.too-soon");
        assertThat(pulses.panel(maya, helen, true).mayAsk()).isFalse();
    }

    @Test
    void theDatabaseRefusesASecondWithinTheWeeksWhoeverAsks() {
        ContactId petra = acquaintances.of(maya);
        LocalDate day = LocalDate.of(2026, 3, 2);
        insert(petra, day);

        assertThatThrownBy(() -> insert(petra, day.plusDays(83))).isInstanceOf(DataIntegrityViolationException.class);
        insert(petra, day.plusDays(84));
        insert(acquaintances.of(maya), day);
    }

    @Test
    void nobodyIsAskedDuringAnAgreedSilenceOrAfterAStop() {
        silences.agree(maya, new AgreeSilence(Ids.next(), helen, LocalDate.now().plusDays(40), null, null));
        assertThatThrownBy(() -> ask(helen)).isInstanceOf(RuleRefused.class).hasMessage("pulse.silence");
        ContactId petra = acquaintances.of(maya);
        jdbc.sql(
                        "insert into contact_stop (id, contact_id, whose_wish, said_by, said_at) values (:id, :contact, 'theirs', :by, now())")
                .param("id", Ids.next())
                .param("contact", petra.value())
                .param("by", maya.uuid())
                .update();
        assertThatThrownBy(() -> ask(petra)).isInstanceOf(RuleRefused.class).hasMessage("pulse.stopped");
        assertThat(get(maya, "/contacts/" + petra.value())).bodyText().doesNotContain("Ask how it is with us");
    }

    @Test
    void onlyWhoeverWorksWithThemAsks() {
        Viewer stranger = somebody.whoSells();

        assertThatThrownBy(() -> pulses.ask(stranger, new AskPulse(new OutsideLinkId(Ids.next()), helen, 14)))
                .isInstanceOf(NotSeen.class);
        assertThat(mvc.post()
                        .uri("/contacts/" + helen.value() + "/pulses")
                        .param("id", Ids.next().toString())
                        .with(signedIn(stranger))
                        .with(csrf())
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void askingTwiceUnderOneIdIsAskingOnce() {
        OutsideLinkId id = new OutsideLinkId(Ids.next());
        pulses.ask(maya, new AskPulse(id, helen, 14));
        pulses.ask(maya, new AskPulse(id, helen, 14));

        assertThat(jdbc.sql("select count(*) from pulse where contact_id = :id")
                        .param("id", helen.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void itGoesAlongWhereTwoBecomeOneAndAwayWithThem() {
        String path = asked();
        answer(path, "FULLY", "FULLY", "FULLY", "You listen.");
        ContactId kept = acquaintances.of(maya, ContactDetails.named("Helen", "Brandt"));
        UUID merge = Ids.next();
        merges.merge(maya, new MergeContacts(merge, kept, helen, 0, 0, Set.of()));
        assertThat(Objects.requireNonNull(pulses.panel(maya, kept, true).last()).words())
                .isEqualTo("You listen.");
        assertThat(whoAnsweredStands(kept, helen)).containsExactly(kept.value());
        merges.undo(maya, merge);
        assertThat(whoAnsweredStands(kept, helen)).containsExactly(helen.value());
        assertThat(Objects.requireNonNull(pulses.panel(maya, helen, true).last())
                        .words())
                .isEqualTo("You listen.");

        erasures.erase(
                somebody.whoAdministers(),
                new ErasePerson(Ids.next(), helen.value(), "Helen Brandt", "Asked by letter"));

        assertThat(jdbc.sql("select count(*) from pulse where contact_id = :id")
                        .param("id", helen.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAdminSettlesHowRarely() {
        Viewer admin = somebody.whoAdministers();
        assertThat(get(admin, "/admin/organisation/pulse"))
                .hasStatusOk()
                .bodyText()
                .contains("At most once in how many weeks?");
        assertThat(mvc.post()
                        .uri("/admin/organisation/pulse")
                        .param("weeks", "2")
                        .param("version", version())
                        .with(signedIn(admin))
                        .with(csrf())
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Give a number from 4 to 104.");
        assertThat(mvc.post()
                        .uri("/admin/organisation/pulse")
                        .param("weeks", "12")
                        .param("version", version())
                        .with(signedIn(admin))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
    }

    private String version() {
        return jdbc.sql("select version from pulse_rule").query(String.class).single();
    }

    /** For dashboards, with the moment of their answer. */
    private List<UUID> whoAnsweredStands(ContactId... among) {
        return jdbc.sql("""
                        select s.contact_id from contact_standing s
                          join pulse p on p.contact_id = s.contact_id and p.answered_at = s.pulsed_at
                         where s.contact_id = any (:ids)
                        union all
                        select s.contact_id from contact_standing s
                         where s.contact_id = any (:ids) and s.pulsed_at is not null
                           and not exists (select from pulse p where p.contact_id = s.contact_id)""")
                .param("ids", Stream.of(among).map(ContactId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private void ask(ContactId contact) {
        pulses.ask(maya, new AskPulse(new OutsideLinkId(Ids.next()), contact, 14));
    }

    private String asked() {
        ask(helen);
        return Objects.requireNonNull(
                Objects.requireNonNull(pulses.panel(maya, helen, true).sent()).path());
    }

    private void insert(ContactId contact, LocalDate day) {
        OutsideLinkId id = OldLinks.expired(jdbc, LinkKind.PULSE, maya, contact, contact.value(), "old " + Ids.next());
        jdbc.sql("""
                        insert into pulse (link_id, contact_id, team_id, asked_by, asked_on, weeks, days)
                        values (:id, :contact, :team, :by, :day, 12, 8)
                        """)
                .param("id", id.value())
                .param("contact", contact.value())
                .param("team", team.value())
                .param("by", maya.uuid())
                .param("day", day)
                .update();
    }

    private static String token(String path) {
        return OldLinks.token(path.substring("/pulse/".length()));
    }

    private MvcTestResult answer(String path, String heard, String understood, String answered, String words) {
        return mvc.post()
                .uri(path)
                .param("token", token(path))
                .param("heard", heard)
                .param("understood", understood)
                .param("answered", answered)
                .param("words", words)
                .exchange();
    }

    private MvcTestResult get(Viewer viewer, String at) {
        return mvc.get().uri(at).with(signedIn(viewer)).exchange();
    }
}
