package org.attune.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.Answers;
import org.attune.conversations.TurnEdits;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class NeedsTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Needs needs;

    @Autowired
    private NeedTurns turns;

    @Autowired
    private NeedPeople people;

    @Autowired
    private NeedCosts costs;

    @Autowired
    private Solutions solutions;

    @Autowired
    private Playbacks playbacks;

    @Autowired
    private Inheritance inheritance;

    @Autowired
    private Answers answers;

    @Autowired
    private TurnEdits edits;

    @Autowired
    private NeedViews views;

    @Autowired
    private NeedChoices choices;

    private Viewer maya;
    private ContactId petra;
    private ContactId helen;
    private Talk talk;
    private TurnId said;

    @BeforeEach
    void talk() {
        maya = somebody.whoSells();
        petra = Talk.contact(jdbc, maya, "Petra");
        helen = Talk.contact(jdbc, maya, "Helen");
        talk = Talk.with(jdbc, maya, petra, helen);
        said = talk.heard(petra, "The surcharges are on my list, and nobody else writes them down.");
    }

    @Test
    void keepsTheVeryWordsAndMakesTheSpeakerOneOfItsPeople() {
        NeedView need = see(noted("nobody else writes them down"));

        assertThat(need.state()).isEqualTo(NeedState.HEARD);
        assertThat(need.place()).isEqualTo(Place.EXPLORING);
        assertThat(need.people())
                .containsExactly(new NeedPersonView(petra, "Petra", "Petra", Set.of(PersonRole.HAS_PROBLEM)));
        HeardWords words = need.stating().get(0);
        assertThat(words.before()).isEqualTo("The surcharges are on my list, and ");
        assertThat(words.marked()).isEqualTo("nobody else writes them down");
        assertThat(words.after()).isEqualTo(".");
        assertThat(views.history(maya, need.id())).extracting(ChangeView::to).containsExactly(NeedState.HEARD);
    }

    @Test
    void isOneNeedHoweverOftenItIsSent() {
        NoteNeed note = note(null);
        needs.note(maya, note);

        assertThat(needs.note(maya, note)).isEqualTo(note.id());
        assertThat(views.ofContacts(maya, List.of(petra))).hasSize(1);
        assertThat(views.history(maya, note.id())).hasSize(1);
    }

    @Test
    void isOneNeedHoweverOftenItIsSentAtOnce() {
        NoteNeed note = note(null);

        Stream.generate(() -> CompletableFuture.supplyAsync(() -> needs.note(maya, note)))
                .limit(4)
                .toList()
                .forEach(sent -> assertThat(sent.join()).isEqualTo(note.id()));

        assertThat(views.history(maya, note.id())).hasSize(1);
    }

    @Test
    void dropsNothingWhereTheIdStandsForAnotherNeed() {
        NoteNeed note = note(null);
        needs.note(maya, note);
        NoteNeed other = new NoteNeed(note.id(), said, NeedKind.PROBLEM, "Something else", null, Set.of());

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> needs.note(maya, other))
                .satisfies(changed -> assertThat(changed.typed()).isEqualTo("Something else"));
    }

    @Test
    void isNotNotedFromWhatOneMayNotRead() {
        Viewer stranger = somebody.whoSells();
        NoteNeed note = note(null);

        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> needs.note(stranger, note));
        assertThat(count("need", note.id())).isZero();
    }

    @Test
    void isNotSeenByAnotherTeam() {
        NeedId id = noted(null);
        Viewer stranger = somebody.whoSells();

        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> views.find(stranger, id));
        assertThat(views.ofContacts(stranger, List.of(petra))).isEmpty();
        assertThat(views.history(stranger, id)).isEmpty();
        assertThat(choices.recentWords(stranger, id, 10)).isEmpty();
        assertThatExceptionOfType(NotSeen.class)
                .isThrownBy(() -> needs.end(stranger, new EndNeed(id, Ending.DROPPED, null, 0)));
    }

    @Test
    void isExploredOnceAQuestionWasAnsweredByWhatWasHeardAboutIt() {
        NeedId id = noted(null);
        TurnId question = talk.asked("What happens to the list at month end?", said);
        TurnId answer = talk.heard(petra, "I type it in again.");
        talk.answers(answer, question);

        inheritance.answered(answer, maya.id());

        NeedView need = see(id);
        assertThat(need.state()).isEqualTo(NeedState.EXPLORED);
        assertThat(need.words()).extracting(HeardWords::turn).containsExactly(said, answer);
        assertThat(views.history(maya, id))
                .extracting(ChangeView::to)
                .containsExactly(NeedState.EXPLORED, NeedState.HEARD);
    }

    @Test
    void isExploredAsSoonAsTheAnswerIsLogged() {
        NeedId id = noted(null);
        TurnId question = talk.asked("What happens to the list at month end?", said);
        TurnId answer = talk.heard(petra, "I type it in again.");

        answers.note(maya, question, answer);
        assertThat(see(id).state()).isEqualTo(NeedState.EXPLORED);

        answers.remove(maya, question, answer);
        assertThat(see(id).state()).isEqualTo(NeedState.HEARD);
    }

    @Test
    void isNoLongerExploredOnceTheQuestionIsWithdrawn() {
        NeedId id = noted(null);
        TurnId question = talk.asked("What happens to the list at month end?", said);
        answers.note(maya, question, talk.heard(petra, "I type it in again."));

        edits.withdraw(maya, question);

        assertThat(see(id).state()).isEqualTo(NeedState.HEARD);
        assertThat(see(id).heard()).isEqualTo(1);
    }

    @Test
    void isNoLongerExploredOnceTheAnswerIsWithdrawn() {
        NeedId id = noted(null);
        TurnId question = talk.asked("What happens to the list at month end?", said);
        TurnId answer = talk.heard(petra, "I type it in again.");
        answers.note(maya, question, answer);

        edits.withdraw(maya, answer);

        assertThat(see(id).state()).isEqualTo(NeedState.HEARD);
        assertThat(see(id).heard()).isEqualTo(1);
    }

    @Test
    void staysExploredWhenOneOfTwoAnswersIsWithdrawn() {
        NeedId id = noted(null);
        TurnId question = talk.asked("What happens to the list at month end?", said);
        TurnId answer = talk.heard(petra, "I type it in again.");
        TurnId another = talk.heard(petra, "Every month.");
        answers.note(maya, question, answer);
        answers.note(maya, question, another);

        edits.withdraw(maya, answer);

        assertThat(see(id).state()).isEqualTo(NeedState.EXPLORED);
    }

    @Test
    void inheritsWhatWasAnsweredBeforeItWasNoted() {
        TurnId question = talk.asked("What happens to the list at month end?", said);
        TurnId answer = talk.heard(petra, "I type it in again.");
        talk.answers(answer, question);
        TurnId next = talk.asked("And then?", answer);
        TurnId further = talk.heard(petra, "Then I wait.");
        talk.answers(further, next);

        NeedView need = see(noted(null));

        assertThat(need.state()).isEqualTo(NeedState.EXPLORED);
        assertThat(need.words()).extracting(HeardWords::turn).containsExactly(said, further, answer);
    }

    @Test
    void inheritsNothingFromSomebodyWhoIsNoneOfItsPeople() {
        NeedId id = noted(null);
        TurnId question = talk.asked("What happens to the list at month end?", said);
        TurnId answer = talk.heard(helen, "It lands on my desk.");
        talk.answers(answer, question);

        inheritance.answered(answer, maya.id());

        assertThat(see(id).state()).isEqualTo(NeedState.HEARD);
        assertThat(see(id).heard()).isEqualTo(1);
    }

    @Test
    void givesBackWhatItInheritedWhenTheAnswerIsTakenAway() {
        NeedId id = noted(null);
        TurnId question = talk.asked("What happens to the list at month end?", said);
        TurnId answer = talk.heard(petra, "By the way, it rains.");
        talk.answers(answer, question);
        inheritance.answered(answer, maya.id());

        talk.takeAnswerAway(answer, question);
        inheritance.answered(answer, maya.id());

        assertThat(see(id).state()).isEqualTo(NeedState.HEARD);
        assertThat(see(id).heard()).isEqualTo(1);
    }

    @Test
    void keepsWhatACostStandsOnWhenTheAnswerIsTakenAway() {
        NeedId id = noted(null);
        TurnId question = talk.asked("What does it cost you?", said);
        TurnId answer = talk.heard(petra, "Two thousand a month.");
        talk.answers(answer, question);
        inheritance.answered(answer, maya.id());
        costs.state(maya, twoThousand(id, answer));

        talk.takeAnswerAway(answer, question);
        inheritance.answered(answer, maya.id());

        assertThat(see(id).heard()).isEqualTo(2);
    }

    @Test
    void isConfirmedByTheirYesAndReopenedByNotQuite() {
        NeedId id = noted(null);
        TurnId ours = talk.told("So the surcharges live on your list alone?");
        TurnId yes = talk.heard(petra, "Yes, exactly that.");
        playbacks.playBack(maya, new PlayBack(Ids.next(), id, "Her list alone", ours, yes, Verdict.YES));
        assertThat(see(id).state()).isEqualTo(NeedState.CONFIRMED);
        assertThat(see(id).place()).isEqualTo(Place.WEIGHING);

        TurnId not = talk.heard(petra, "Not quite, the drivers have some too.");
        playbacks.playBack(maya, new PlayBack(Ids.next(), id, "Only her list", null, not, Verdict.NOT_QUITE));

        assertThat(see(id).state()).isEqualTo(NeedState.HEARD);
        assertThat(views.playbacks(maya, id))
                .extracting(PlaybackView::text)
                .containsExactly("Only her list", "Her list alone");
    }

    @Test
    void isDecidedAboutOnceCostAndSolutionAreTheirs() {
        NeedId id = noted(null);
        TurnId cost = talk.heard(petra, "Two thousand a month.");
        TurnId yes = talk.heard(petra, "Yes. That way it is ours.");
        costs.state(maya, twoThousand(id, cost));
        RecordSolution found = new RecordSolution(Ids.next(), id, "We build it", "She asks the drivers", yes, yes);
        solutions.record(maya, found);
        solutions.record(maya, found);
        playbacks.playBack(maya, new PlayBack(Ids.next(), id, "Her list", null, yes, Verdict.YES));

        NeedView need = see(id);

        assertThat(need.place()).isEqualTo(Place.DECIDING);
        assertThat(need.solution()).isNotNull().extracting(SolutionView::agreed).isEqualTo(true);
        assertThat(need.words(cost)).isPresent();
        assertThat(count("solution", id)).isEqualTo(1);
    }

    @Test
    void takesOurEstimateForNoEvidenceUntilTheySayYesToIt() {
        NeedId id = noted(null);
        StateCost estimate =
                new StateCost(Ids.next(), id, CostKind.OUR_ESTIMATE, twoThousand(), "Twenty lines a week", null);
        costs.state(maya, estimate);
        assertThat(see(id).cost()).isNull();
        assertThat(see(id).estimate()).isNotNull();

        TurnId yes = talk.heard(petra, "That is about right.");
        costs.confirmEstimate(maya, Ids.next(), id, estimate.id(), yes);

        NeedView need = see(id);
        assertThat(need.estimate()).isNull();
        assertThat(need.cost())
                .isNotNull()
                .extracting(CostView::amount, CostView::turn)
                .containsExactly(twoThousand(), yes);
    }

    @Test
    void takesTheSameCostOnceAndAnotherUnderItsIdNever() {
        NeedId id = noted(null);
        TurnId turn = talk.heard(petra, "Two thousand a month.");
        StateCost cost = twoThousand(id, turn);
        costs.state(maya, cost);
        costs.state(maya, cost);
        StateCost other = new StateCost(cost.id(), id, CostKind.RATHER_NOT_SAY, null, null, turn);

        assertThat(count("need_cost", id)).isEqualTo(1);
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> costs.state(maya, other));
    }

    @Test
    void takesNoCostFromSomebodyWhoIsNoneOfItsPeople() {
        NeedId id = noted(null);
        TurnId helens = talk.heard(helen, "Two thousand a month.");

        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> costs.state(maya, twoThousand(id, helens)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("turn"));
        assertThat(count("need_cost", id)).isZero();
    }

    @Test
    void keepsWhatSomethingStandsOn() {
        NeedId id = noted(null);
        TurnId turn = talk.heard(petra, "Two thousand a month.");
        costs.state(maya, twoThousand(id, turn));

        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> turns.unlink(maya, id, turn))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("needs.turn.stands"));
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> turns.unlink(maya, id, said))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("needs.turn.states-it"));
        assertThat(see(id).heard()).isEqualTo(2);
    }

    @Test
    void linksAndUnlinksWhatItsPeopleSaid() {
        NeedId id = noted(null);
        TurnId more = talk.heard(petra, "Every Friday I lose an hour.");
        TurnId helens = talk.heard(helen, "I see it in the books.");

        turns.link(maya, LinkTurn.about(id, more));
        turns.link(maya, new LinkTurn(id, helens, true, null, Set.of(PersonRole.PAYS)));
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> turns.link(maya, new LinkTurn(id, more, false, "every Monday", null)));

        assertThat(see(id).heard()).isEqualTo(3);
        assertThat(see(id).people()).extracting(NeedPersonView::id).containsExactly(petra, helen);
        turns.unlink(maya, id, more);
        assertThat(see(id).heard()).isEqualTo(2);
    }

    @Test
    void knowsItsPeopleBeforeAndAfterWeMeetThem() {
        NeedId id = noted(null);
        ExpectPerson owner = new ExpectPerson(Ids.next(), id, "Their owner", Set.of(PersonRole.DECIDES));
        people.expect(maya, owner);
        people.expect(maya, owner);
        assertThat(see(id).notMet()).extracting(NotMetView::label).containsExactly("Their owner");

        people.met(maya, id, owner.id(), helen);
        people.set(maya, id, helen, PersonRole.PAYS, true);

        assertThat(see(id).notMet()).isEmpty();
        assertThat(see(id).people())
                .filteredOn(person -> person.id().equals(helen))
                .extracting(NeedPersonView::roles)
                .containsExactly(Set.of(PersonRole.PAYS, PersonRole.DECIDES));
        people.remove(maya, id, helen);
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> people.remove(maya, id, petra));
        assertThat(see(id).people()).hasSize(1);
    }

    @Test
    void cannotLoseWhoSaidSomethingAboutIt() {
        NeedId id = noted(null);
        people.add(maya, id, helen, Set.of(PersonRole.PAYS));

        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> people.remove(maya, id, petra));
        assertThat(see(id).people()).hasSize(2);
    }

    @Test
    void takesNobodyOneDoesNotSee() {
        NeedId id = noted(null);
        ContactId somebodyElses = Talk.contact(jdbc, somebody.whoSells(), "Karl");

        assertThatExceptionOfType(NotSeen.class)
                .isThrownBy(() -> people.add(maya, id, somebodyElses, Set.of(PersonRole.PAYS)));
        assertThat(see(id).people()).hasSize(1);
    }

    @Test
    void endsHonestlyAndIsTakenUpAgain() {
        NeedId id = noted(null);
        EndNeed end = new EndNeed(id, Ending.NOT_FOR_THEM, "They hire somebody", see(id).version());
        needs.end(maya, end);
        needs.end(maya, end);

        NeedView ended = see(id);
        assertThat(ended.how()).isEqualTo(Ending.NOT_FOR_THEM);
        assertThat(ended.endedWhy()).isEqualTo("They hire somebody");
        assertThat(ended.place()).isNull();
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> costs.state(maya, twoThousand(id, said)));

        needs.reopen(maya, id);
        assertThat(see(id).state()).isEqualTo(NeedState.HEARD);
        assertThat(views.history(maya, id)).hasSize(3);
    }

    @Test
    void isNotEndedOnAnOldForm() {
        NeedId id = noted(null);
        int opened = see(id).version();
        needs.reword(maya, new RewordNeed(id, "Surcharges on one list", NeedKind.PROBLEM, opened));

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> needs.end(maya, new EndNeed(id, Ending.DROPPED, null, opened)));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> needs.reword(maya, new RewordNeed(id, "Another", NeedKind.PROBLEM, opened)));
        assertThat(see(id).title()).isEqualTo("Surcharges on one list");
    }

    @Test
    void showsWhatWasSaidLastForChoosing() {
        NeedId id = noted(null);
        talk.heard(helen, "Not hers.");
        TurnId more = talk.heard(petra, "Every Friday I lose an hour.");

        assertThat(choices.recentWords(maya, id, 10))
                .extracting(HeardWords::turn, HeardWords::linked)
                .containsExactly(tuple(more, false), tuple(said, true));
    }

    private NeedId noted(@Nullable String excerpt) {
        return needs.note(maya, note(excerpt));
    }

    private NoteNeed note(@Nullable String excerpt) {
        return new NoteNeed(
                new NeedId(Ids.next()),
                said,
                NeedKind.PROBLEM,
                "Surcharges go unbilled",
                excerpt,
                Set.of(PersonRole.HAS_PROBLEM));
    }

    private NeedView see(NeedId id) {
        return views.find(maya, id);
    }

    private static Cost twoThousand() {
        return new Cost(new BigDecimal(2000), null, "EUR", Per.MONTH);
    }

    private static StateCost twoThousand(NeedId id, TurnId turn) {
        return new StateCost(Ids.next(), id, CostKind.AMOUNT, twoThousand(), null, turn);
    }

    private int count(String table, NeedId id) {
        String column = table.equals("need") ? "id" : "need_id";
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }
}
