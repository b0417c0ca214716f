package org.attune.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.Reaction;
import org.attune.nurture.TouchKind;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each check on real rows: for one contact through the front door, and as a condition over all contacts at once. */
@AttuneTest
class EntryCheckTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private EntryChecks checks;

    @Autowired
    private DefinitionRows definitions;

    @Autowired
    private List<EntryCheck> all;

    @Autowired
    private Touches touches;

    @Autowired
    private Promises promises;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;
    private ContactId other;

    @BeforeEach
    void twoPeopleKnowEachOther() {
        anna = somebody.whoSells();
        helen = happened.met(anna);
        other = happened.met(anna, "Petra Kühn");
    }

    @Test
    void everyCriterionOfTheDefaultStagesHasItsCheck() {
        assertThat(jdbc.sql("select distinct check_key from stage_criterion where check_key is not null")
                        .query(String.class)
                        .list())
                .isSubsetOf(all.stream().map(EntryCheck::key).toList());
    }

    @Test
    void heardTurns() {
        holdsFor("heard_turns");
        UUID call = happened.spoke(anna, helen, "we");
        happened.asked(call);
        holdsFor("heard_turns");
        happened.heard(call, helen);

        holdsFor("heard_turns", helen);
        holdsFor("heard_turns", "{\"n\": 2}");
        happened.heard(call, helen);
        holdsFor("heard_turns", "{\"n\": 2}", helen);
    }

    @Test
    void heardOnDaysOfTheOrganisationsCalendar() {
        UUID call = happened.spoke(anna, helen, "we");
        // In Berlin it is the third of March in both cases, in London the second in one of them.
        happened.heard(call, helen, Instant.parse("2026-03-02T23:30:00Z"));
        happened.heard(call, helen, Instant.parse("2026-03-03T09:00:00Z"));
        holdsFor("heard_on_days", "{\"n\": 2}");

        happened.heard(call, helen, Instant.parse("2026-03-02T20:00:00Z"));
        holdsFor("heard_on_days", "{\"n\": 2}", helen);
    }

    @Test
    void startedConversation() {
        UUID ours = happened.spoke(anna, helen, "we");
        happened.heard(ours, helen);
        UUID theirs = happened.spoke(anna, helen, "they");
        holdsFor("started_conversation");

        happened.heard(theirs, helen);
        holdsFor("started_conversation", helen);
    }

    @Test
    void countsOnlyWhatWasSaidWithinTheDaysThatAreAskedFor() {
        UUID call = happened.spoke(anna, helen, "they");
        happened.heard(call, helen, Instant.now().minus(Duration.ofDays(40)));
        for (String key : List.of("two_way_contact", "started_conversation", "heard_turns", "heard_on_days")) {
            holdsFor(key, "{\"days\": 30}");
            holdsFor(key, "{\"days\": 45}", helen);
        }

        happened.heard(call, helen, Instant.now().minus(Duration.ofDays(2)));
        holdsFor("two_way_contact", "{\"days\": 30}", helen);
        holdsFor("heard_on_days", "{\"n\": 2, \"days\": 30}");
        holdsFor("heard_on_days", "{\"n\": 2, \"days\": 45}", helen);
    }

    @Test
    void promisesTheyKeptAndNotOurs() {
        PromiseId theirs = new PromiseId(Ids.next());
        PromiseId ours = new PromiseId(Ids.next());
        LocalDate day = LocalDate.now().plusDays(3);
        promises.make(anna, MakePromise.theirs(theirs, helen, "She sends the list", day));
        promises.make(anna, MakePromise.ours(ours, helen, "We read it", day));
        promises.keep(anna, ours);
        holdsFor("promises_kept");

        promises.keep(anna, theirs);
        holdsFor("promises_kept", helen);
        holdsFor("promises_kept", "{\"n\": 2}");
    }

    @Test
    void questionAnswered() {
        UUID call = happened.spoke(anna, helen, "we");
        UUID question = happened.asked(call);
        UUID heard = happened.heard(call, helen);
        holdsFor("question_answered");

        happened.answered(question, heard);
        holdsFor("question_answered", helen);
    }

    @Test
    void askedForOffer() {
        UUID heard = happened.heard(happened.spoke(anna, helen, "we"), helen);
        happened.marked(heard, "their_question");
        holdsFor("asked_for_offer");

        happened.marked(heard, "asked_for_offer");
        holdsFor("asked_for_offer", helen);
    }

    @Test
    void consentedToStory() {
        UUID heard = happened.heard(happened.spoke(anna, helen, "we"), helen);
        holdsFor("consented_to_story");

        happened.marked(heard, "consented_to_story");
        holdsFor("consented_to_story", helen);
    }

    @Test
    void introductions() {
        holdsFor("was_introduced");
        happened.introduced(helen, other, anna);

        holdsFor("was_introduced", other);
        holdsFor("introduced_someone", helen);
        happened.introductionTakenBack(helen, other, anna);
        holdsFor("was_introduced");
        holdsFor("introduced_someone");
    }

    @Test
    void goodReactionToTouch() {
        UUID touch = Ids.next();
        touches.note(anna, new NoteTouch(touch, helen, TouchKind.MATERIAL, true, "The checklist", null));
        touches.received(anna, touch, Reaction.BAD, null);
        holdsFor("good_reaction_to_touch");

        touches.received(anna, touch, Reaction.GOOD, "Petra has printed it.");
        holdsFor("good_reaction_to_touch", helen);
    }

    @Test
    void nextTalkAgreedByAPlannedConversation() {
        happened.planned(anna, helen, Instant.now().minus(Duration.ofDays(3)));
        holdsFor("next_talk_agreed");

        happened.planned(anna, helen, Instant.now().plus(Duration.ofDays(3)));
        holdsFor("next_talk_agreed", helen);
    }

    @Test
    void nextTalkAgreedByAnOpenNextStep() {
        UUID call = happened.spoke(anna, helen, "we");
        var promise = new PromiseId(Ids.next());
        var words = MakePromise.theirs(
                promise, helen, "She calls on Monday", LocalDate.now().plusDays(3));
        promises.make(anna, words);
        holdsFor("next_talk_agreed");

        var step = new PromiseId(Ids.next());
        promises.make(
                anna,
                MakePromise.theirs(
                                step,
                                helen,
                                "She calls on Monday",
                                LocalDate.now().plusDays(3))
                        .asNextStepOf(new org.attune.conversations.ConversationId(call)));
        holdsFor("next_talk_agreed", helen);

        promises.keep(anna, step);
        holdsFor("next_talk_agreed");
    }

    @Test
    void needHeardForEveryoneOfItsPeopleButStatedOnlyByTheOneWhoSaidIt() {
        UUID need = happened.stated(happened.heard(happened.spoke(anna, helen, "we"), helen), anna);
        happened.belongsTo(need, other);

        holdsFor("need_heard", helen, other);
        holdsFor("problem_stated", helen);

        happened.ended(need, anna);
        holdsFor("need_heard");
        holdsFor("problem_stated", helen);
    }

    @Test
    void needConfirmedByTheirNewestAnswer() {
        UUID heard = happened.heard(happened.spoke(anna, helen, "we"), helen);
        UUID need = happened.stated(heard, anna);
        holdsFor("need_confirmed");

        happened.confirmed(need, heard, "yes", anna);
        holdsFor("need_confirmed", helen);

        happened.confirmed(need, heard, "not_quite", anna);
        holdsFor("need_confirmed");
    }

    @Test
    void costAndSolutionAreThoseOfOneNeed() {
        UUID call = happened.spoke(anna, helen, "we");
        UUID first = happened.heard(call, helen);
        UUID second = happened.heard(call, helen);
        UUID costly = happened.stated(first, anna);
        UUID solvable = happened.stated(second, anna);
        happened.costs(costly, first, anna);
        happened.agreedOnSolution(solvable, second, anna);

        holdsFor("cost_answered", helen);
        holdsFor("solution_agreed");

        happened.agreedOnSolution(costly, first, anna);
        holdsFor("solution_agreed", helen);
    }

    @Test
    void pastPurchase() {
        holdsFor("past_purchase");
        happened.boughtBefore(helen, anna);
        holdsFor("past_purchase", helen);
    }

    @Test
    void showsTheTurnButNoWayToItWhereTheViewerMayNotRead() {
        Viewer manager = somebody.whoLeads(somebody.aTeam());
        ContactId shared = happened.met(manager);
        UUID call = happened.spoke(manager, shared, "they");
        UUID turn = happened.heard(call, shared);
        happened.keptPrivate(call);
        jdbc.sql("insert into companion (contact_id, user_id, added_by) values (:contact, :user, :user)")
                .param("contact", shared.value())
                .param("user", anna.uuid())
                .update();

        assertThat(evidence(manager, shared, "know")).singleElement().satisfies(piece -> {
            assertThat(piece.turn()).isEqualTo(turn);
            assertThat(piece.href()).isEqualTo("/conversations/" + call + "#t1");
        });
        assertThat(evidence(anna, shared, "know")).singleElement().satisfies(piece -> assertThat(piece.href())
                .isNull());
    }

    private List<EvidenceView> evidence(Viewer viewer, ContactId contact, String stage) {
        return checks.answer(viewer, definitions.version(1), contact)
                .of(stage)
                .get(0)
                .evidence();
    }

    private void holdsFor(String key, ContactId... expected) {
        holdsFor(key, "{}", expected);
    }

    /** Both ways of asking must agree, whether it holds or not; and what holds can say what it stands on. */
    private void holdsFor(String key, String parameters, ContactId... expected) {
        assertThat(amongAll(key, parameters)).containsExactlyInAnyOrder(expected);
        Stream.of(helen, other).forEach(contact -> {
            boolean holds = List.of(expected).contains(contact);
            assertThat(oneByOne(contact, key, parameters)).isEqualTo(holds);
            if (holds) {
                assertThat(piecesFor(contact, key, parameters)).isPositive();
            }
        });
    }

    private List<ContactId> amongAll(String key, String parameters) {
        return jdbc
                .sql("""
                        select contact.id from contact, (select :parameters::jsonb as parameters) criterion
                         where (%s) and contact.owner_id = :owner
                        """.formatted(check(key).condition()))
                .param("parameters", parameters)
                .param("owner", anna.uuid())
                .query(UUID.class)
                .list()
                .stream()
                .map(ContactId::new)
                .toList();
    }

    private boolean oneByOne(ContactId contact, String key, String parameters) {
        return jdbc.sql("""
                        select coalesce((%s), false)
                          from (select :id::uuid as id) contact, (select :parameters::jsonb as parameters) criterion
                        """.formatted(check(key).condition()))
                .param("id", contact.value())
                .param("parameters", parameters)
                .query(Boolean.class)
                .single();
    }

    private int piecesFor(ContactId contact, String key, String parameters) {
        return jdbc.sql("""
                        select count(*)
                          from (select :id::uuid as id) contact, (select :parameters::jsonb as parameters) criterion,
                               lateral (%s) found
                        """.formatted(check(key).evidence()))
                .param("id", contact.value())
                .param("parameters", parameters)
                .param("viewer", anna.uuid())
                .query(Integer.class)
                .single();
    }

    private EntryCheck check(String key) {
        return all.stream().filter(check -> check.key().equals(key)).findFirst().orElseThrow();
    }
}
