package org.attune.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Teams;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page between somebody and whoever leads them. */
@AttuneTest
class OneToOneTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Teams teams;

    @Autowired
    private Notes notes;

    @Autowired
    private Steps steps;

    @Autowired
    private ChosenTalks talks;

    @Autowired
    private Looks looks;

    @Autowired
    private FiguresAboutPeople figures;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer anna;
    private Viewer ruth;
    private Viewer stranger;
    private String page;

    @BeforeEach
    void twoPeople() {
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
        ruth = somebody.whoLeads(team);
        stranger = somebody.whoLeads(somebody.aTeam());
        page = "/people/" + anna.uuid() + "/one-to-one";
    }

    @AfterEach
    void asItCameWithAttune() {
        settle(FiguresLevel.OWN_EYES);
    }

    @Test
    void itIsThereForTheTwoAndForNobodyElse() {
        for (Viewer one : List.of(anna, ruth)) {
            assertThat(mvc.get().uri(page).with(signedIn(one)))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("??");
        }
        List<Viewer> others = List.of(
                somebody.whoSells(team),
                stranger,
                somebody.whoAdministersAndSells(),
                somebody.whoAdministers(),
                somebody.whoLeads());
        for (Viewer other : others) {
            assertThat(mvc.get().uri(page).with(signedIn(other))).hasStatus(404);
            assertThat(mvc.get().uri(page + "?with=" + ruth.uuid()).with(signedIn(other)))
                    .hasStatus(404);
            assertThat(mvc.get().uri(page + "?with=" + other.uuid()).with(signedIn(other)))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/people/" + ruth.uuid() + "/one-to-one").with(signedIn(ruth)))
                .hasStatus(404);
        assertThat(looks.at(anna.id(), null)).hasSize(1);
    }

    @Test
    void nobodyElseWritesOnItNorTicksAnything() {
        UUID note = wrote(anna, "We never asked them.");
        UUID step = agreed(ruth, "Ask them");
        for (Viewer other : List.of(somebody.whoSells(team), stranger)) {
            assertThatThrownBy(() -> notes.write(other, new WriteNote(Ids.next(), anna.id(), ruth.id(), "Mine")))
                    .isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> notes.find(other, note)).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> steps.settle(other, step, true)).isInstanceOf(NotSeen.class);
            assertThat(mvc.get().uri("/one-to-one/notes/" + note).with(signedIn(other)))
                    .hasStatus(404);
        }
    }

    @Test
    void bothReadAndWriteNotes() {
        assertThat(form(ruth, "/notes").with("words", "You heard her out.").send(mvc, ruth))
                .hasStatus(303)
                .hasRedirectedUrl(page + "?with=" + ruth.uuid());
        assertThat(form(anna, "/notes")
                        .with("words", "It was hard to be quiet.")
                        .send(mvc, anna))
                .hasStatus(303);

        for (Viewer one : List.of(anna, ruth)) {
            assertThat(mvc.get().uri(page).with(signedIn(one)))
                    .bodyText()
                    .contains("You heard her out.", "It was hard to be quiet.", anna.name(), ruth.name());
        }
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingIsLost() {
        assertThat(form(anna, "/notes").send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"note-words-error\"", "Write something down.");
        assertThat(form(anna, "/steps").with("words", "Ask Helen").send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"step-due-error\"", "Say by which day.", "value=\"Ask Helen\"");
        assertThat(form(anna, "/steps")
                        .with("words", "Ask Helen")
                        .with("due", LocalDate.now().minusDays(2).toString())
                        .send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("That day is over.");
    }

    @Test
    void aNoteIsChangedByItsAuthorForADay() {
        UUID note = wrote(anna, "We never asked them.");
        assertThat(notes.reword(anna, note, "We asked too late.", 0).words()).isEqualTo("We asked too late.");
        assertThatThrownBy(() -> notes.reword(ruth, note, "She asked.", 1)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> notes.reword(anna, note, "We did ask.", 0)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(mvc.get().uri(page).with(signedIn(ruth))).bodyText().contains(", changed since");

        jdbc.sql("update one_to_one_note set written_at = written_at - interval '25 hours' where id = :id")
                .param("id", note)
                .update();

        assertThatThrownBy(() -> notes.reword(anna, note, "We did ask.", 1)).isInstanceOf(RuleRefused.class);
        assertThat(mvc.get().uri("/one-to-one/notes/" + note).with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("This note stays as it is")
                .doesNotContain("<textarea");
    }

    @Test
    void aNoteThatWasSentBeforeInOtherWordsIsShownBeside() {
        SentForm form = form(anna, "/notes").with("words", "We never asked them.");
        assertThat(form.send(mvc, anna)).hasStatus(303);
        assertThat(form.send(mvc, anna)).hasStatus(303);
        assertThat(form.with("words", "We rarely asked them.").send(mvc, anna))
                .hasStatus(409)
                .bodyText()
                .contains("We never asked them.", "We rarely asked them.");
        assertThat(count("one_to_one_note")).isEqualTo(1);
    }

    @Test
    void eitherTicksWhatWasAgreedAndTakesItBack() {
        UUID step = agreed(ruth, "Ask Helen what the board said");
        String at = "/one-to-one/steps/" + step;
        for (int twice = 0; twice < 2; twice++) {
            assertThat(pressed(anna, at + "/completion"))
                    .hasStatus(303)
                    .hasRedirectedUrl(page + "?with=" + ruth.uuid());
        }
        assertThat(mvc.get().uri(page).with(signedIn(ruth))).bodyText().contains("Ticked by " + anna.name());

        assertThat(pressed(ruth, at + "/reversal")).hasStatus(303);

        assertThat(mvc.get().uri(page).with(signedIn(anna)))
                .bodyText()
                .contains("Written down by " + ruth.name(), "tomorrow")
                .doesNotContain("Ticked by");
    }

    @Test
    void eachLookOfAManagerIsWrittenDownAndSeenByWhomItIsAbout() {
        assertThat(mvc.get().uri(page).with(signedIn(anna))).bodyText().contains("No manager has looked at it.");
        mvc.get().uri(page).with(signedIn(ruth)).exchange();
        mvc.get().uri(page).with(signedIn(ruth)).exchange();

        assertThat(looks.at(anna.id(), null)).hasSize(2);
        for (String place : List.of(page, "/me")) {
            assertThat(mvc.get().uri(place).with(signedIn(anna)))
                    .bodyText()
                    .contains(ruth.name() + ", ")
                    .doesNotContain("No manager has looked at it.");
        }
        assertThatThrownBy(() -> jdbc.sql("delete from one_to_one_look").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("update one_to_one_look set looked_at = now()").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anotherManagerBeginsWithAnEmptyPageAndWhoeverWentReadsNothingMore() {
        wrote(anna, "We never asked them.");
        UUID step = agreed(ruth, "Ask them");
        Viewer olga = somebody.whoLeads(team);
        assertThat(mvc.get().uri(page).with(signedIn(olga)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("We never asked them.", "Ask them");

        teams.leadNoLonger(team, ruth.id());

        assertThat(mvc.get().uri(page).with(signedIn(ruth))).hasStatus(404);
        assertThat(mvc.get().uri(page + "?with=" + ruth.uuid()).with(signedIn(olga)))
                .hasStatus(404);
        MvcTestResult old = mvc.get()
                .uri(page + "?with=" + ruth.uuid())
                .with(signedIn(anna))
                .exchange();
        assertThat(old)
                .hasStatusOk()
                .bodyText()
                .contains("This page is closed", "We never asked them.", "Ask them", olga.name())
                .doesNotContain("Write it down", "/completion");
        assertThatThrownBy(() -> steps.settle(anna, step, true)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> notes.write(anna, new WriteNote(Ids.next(), anna.id(), ruth.id(), "More")))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void whoeverChangesTeamsTakesNothingToTheNewManager() {
        wrote(ruth, "You heard her out.");
        TeamId other = somebody.aTeam();
        Viewer olga = somebody.whoLeads(other);
        jdbc.sql("update app_user set team_id = :team where id = :id")
                .param("team", other.value())
                .param("id", anna.uuid())
                .update();

        assertThat(mvc.get().uri(page).with(signedIn(olga)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("You heard her out.");
        assertThat(mvc.get().uri(page).with(signedIn(ruth))).hasStatus(404);
        assertThat(mvc.get().uri("/me").with(signedIn(anna))).bodyText().contains(olga.name(), ruth.name(), "Closed");
    }

    @Test
    void healthIsShownWhereTheOrganisationSettledThatManagersSeeFigures() {
        ContactId helen = happened.met(anna, "Helen Brandt");
        ContactId rosa = happened.met(anna, "Rosa Okafor");
        ContactId elsewhere = happened.met(stranger, "Petra Roth");
        isDoing(helen, "at_risk", 31);
        isDoing(rosa, "thriving", 88);
        isDoing(elsewhere, "at_risk", 12);
        Map<FiguresLevel, String> why = Map.of(
                FiguresLevel.OFF, "has switched figures about people off, for everybody",
                FiguresLevel.OWN_EYES,
                        "see figures about themselves alone, and has not settled that managers see them");
        why.forEach((level, says) -> {
            settle(level);
            for (Viewer one : List.of(anna, ruth)) {
                assertThat(mvc.get().uri(page).with(signedIn(one)))
                        .hasStatusOk()
                        .bodyText()
                        .contains(says, "Notes and what you agree on need none.", "never on this")
                        .doesNotContain("At risk", "Helen Brandt");
            }
        });

        settle(FiguresLevel.OWN_EYES_AND_MANAGER);

        for (Viewer one : List.of(anna, ruth)) {
            assertThat(mvc.get().uri(page).with(signedIn(one)))
                    .bodyText()
                    .contains(
                            "owner=" + anna.uuid() + "&amp;band=thriving\">1</a></b> <span class=\"health thriving\">",
                            "band=at_risk\">1</a></b> <span class=\"health at_risk\">",
                            "<span class=\"num\">31</span><small>At risk</small>",
                            "Helen Brandt")
                    .doesNotContain("Petra Roth", "Rosa Okafor");
        }
    }

    @Test
    void thePersonAloneChoosesWhatToTalkAbout() {
        ContactId helen = happened.met(anna, "Helen Brandt");
        UUID talk = happened.spoke(anna, helen, "they");
        UUID others = happened.spoke(ruth, happened.met(ruth), "they");
        assertThat(mvc.get().uri(page).with(signedIn(ruth))).bodyText().contains("has not chosen a conversation");
        assertThat(choose(anna, others, null)).hasStatus(404);
        assertThat(choose(ruth, talk, null)).hasStatus(404);

        assertThat(choose(anna, talk, null)).hasStatus(303);
        assertThat(choose(anna, talk, null)).hasStatus(303);

        assertThat(mvc.get().uri(page).with(signedIn(ruth)))
                .bodyText()
                .contains("href=\"/conversations/" + talk + "\"", "Helen Brandt")
                .doesNotContain("/me/talks/");
        assertThat(pressed(anna, "/me/talks/" + talk + "/end")).hasStatus(303);
        assertThat(talks.of(ruth, anna.id())).isEmpty();
    }

    @Test
    void itIsChosenAndTakenBackWhereItIsRead() {
        UUID talk = happened.spoke(anna, happened.met(anna, "Helen Brandt"), "they");
        for (String from : List.of("conversation", "listening")) {
            String read = "/conversations/" + talk + (from.equals("listening") ? "/listening" : "");
            assertThat(mvc.get().uri(read).with(signedIn(ruth)))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("/me/talks");

            assertThat(SentForm.opened(mvc, anna, read, "/me/talks").send(mvc, anna))
                    .hasStatus(303)
                    .satisfies(sent ->
                            assertThat(sent.getResponse().getRedirectedUrl()).startsWith(read));
            assertThat(talks.of(ruth, anna.id())).hasSize(1);

            assertThat(SentForm.opened(mvc, anna, read, "/me/talks/" + talk + "/end")
                            .send(mvc, anna))
                    .hasStatus(303)
                    .satisfies(sent ->
                            assertThat(sent.getResponse().getRedirectedUrl()).startsWith(read));
            assertThat(talks.of(ruth, anna.id())).isEmpty();
        }
        assertThat(chooseFrom(anna, talk, "//elsewhere")).hasRedirectedUrl("/me#talks");
    }

    @Test
    void aPrivateOneIsOfferedWithTheQuestionFirstHoweverOldItIs() {
        ContactId helen = happened.met(anna, "Helen Brandt");
        UUID talk = happened.spoke(anna, helen, "they");
        happened.keptPrivate(talk);
        for (int n = 0; n < 30; n++) {
            happened.spoke(anna, helen, "they");
        }
        String asked = "/me?conversation=" + talk;
        for (String read : List.of("/conversations/" + talk, "/conversations/" + talk + "/listening")) {
            assertThat(mvc.get().uri(read).with(signedIn(anna)))
                    .bodyText()
                    .contains(asked + "#talks")
                    .doesNotContain("action=\"/me/talks\"");
        }

        assertThat(mvc.get().uri(asked).with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + talk + "\" selected=\"selected\"", "It is private, and may be seen");
    }

    @Test
    void aPrivateOneIsAskedAboutFirstAndStaysPrivate() {
        ContactId helen = happened.met(anna, "Helen Brandt");
        UUID talk = happened.spoke(anna, helen, "they");
        happened.heard(talk, helen);
        happened.keptPrivate(talk);

        assertThat(choose(anna, talk, null))
                .hasStatus(422)
                .bodyText()
                .contains("This one is private.", "selected=\"selected\"");
        assertThat(talks.of(anna, anna.id())).isEmpty();
        assertThat(choose(anna, talk, "true")).hasStatus(303);

        assertThat(mvc.get().uri(page).with(signedIn(ruth)))
                .bodyText()
                .contains("private: what was said is not shown")
                .doesNotContain("href=\"/conversations/" + talk + "\"");
        assertThat(mvc.get().uri("/conversations/" + talk).with(signedIn(ruth))).hasStatus(404);
    }

    @Test
    void whatAManagerMayNotKnowOfIsNotShownThoughItWasChosen() {
        Viewer ben = somebody.whoSells();
        ContactId theirs = happened.met(anna, "Helen Brandt");
        UUID talk = happened.spoke(anna, theirs, "they");
        talks.choose(anna, new ConversationId(talk), false);
        jdbc.sql(
                        "update contact set owner_id = :ben, team_id = u.team_id from app_user u where u.id = :ben and contact.id = :id")
                .param("ben", ben.uuid())
                .param("id", theirs.value())
                .update();

        assertThat(mvc.get().uri(page).with(signedIn(ruth)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Helen Brandt");
    }

    @Test
    void whatTheyWriteIsNotOnTheTrailOfAdmins() {
        UUID note = wrote(anna, "Unmistakably between us");
        notes.reword(anna, note, "Unmistakably between the two of us", 0);
        assertThat(jdbc.sql("""
                        select e.deed || coalesce(v.before::text, '') || coalesce(v.after::text, '')
                          from audit_entry e left join audit_value v on v.entry_id = e.id
                         where e.kind = 'one_to_one_note' and e.about_id = :id order by e.at""").param("id", anna.uuid()).query(String.class).list())
                .hasSize(2)
                .noneMatch(entry -> entry.contains("Unmistakably"));
    }

    private UUID wrote(Viewer by, String words) {
        UUID id = Ids.next();
        notes.write(by, new WriteNote(id, anna.id(), ruth.id(), words));
        return id;
    }

    private String tomorrow() {
        return LocalDate.now(anna.zone()).plusDays(1).toString();
    }

    private UUID agreed(Viewer by, String words) {
        UUID id = Ids.next();
        steps.agree(by, new AgreeStep(id, anna.id(), ruth.id(), words, LocalDate.parse(tomorrow())));
        return id;
    }

    private SentForm form(Viewer viewer, String what) {
        return SentForm.opened(mvc, viewer, page, page + what);
    }

    private MvcTestResult pressed(Viewer viewer, String path) {
        return mvc.post()
                .uri(path)
                .with(signedIn(viewer))
                .with(csrf())
                .param("button", "true")
                .exchange();
    }

    private MvcTestResult chooseFrom(Viewer viewer, UUID talk, String from) {
        return mvc.post()
                .uri("/me/talks")
                .with(signedIn(viewer))
                .with(csrf())
                .param("conversation", talk.toString())
                .param("from", from)
                .exchange();
    }

    private MvcTestResult choose(Viewer viewer, UUID talk, @Nullable String sure) {
        var post =
                mvc.post().uri("/me/talks").with(signedIn(viewer)).with(csrf()).param("conversation", talk.toString());
        return (sure == null ? post : post.param("sure", sure)).exchange();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where person_id = :id")
                .param("id", anna.uuid())
                .query(Integer.class)
                .single();
    }

    private void isDoing(ContactId contact, String band, int score) {
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way)
                        values (:id, current_date, :score, :band, current_date, 4)
                        on conflict (contact_id) do update set score = excluded.score, band = excluded.band""")
                .param("id", contact.value())
                .param("score", score)
                .param("band", band)
                .update();
    }

    private void settle(FiguresLevel level) {
        figures.settle(somebody.whoAdministers(), level, figures.current().number());
    }
}
