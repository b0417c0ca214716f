package org.attune.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.LogTurn;
import org.attune.conversations.SuggestedQuestion;
import org.attune.conversations.SuggestedQuestions;
import org.attune.conversations.TurnId;
import org.attune.conversations.Turns;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class QuestionBankTests {

    @Autowired
    private QuestionBank bank;

    @Autowired
    private Questions questions;

    @Autowired
    private SuggestedQuestions suggestions;

    @Autowired
    private Turns turns;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private final List<UUID> added = new ArrayList<>();
    private Viewer admin;
    private Viewer anna;
    private ContactId helen;
    private ConversationId talk;

    @BeforeEach
    void aConversation() {
        admin = somebody.whoAdministers();
        anna = somebody.whoSells();
        helen = scene.contactOf(anna, "Helen", "Brandt");
        talk = scene.begun(anna, helen);
    }

    @AfterEach
    void nobodyAsksThemAnyMore() {
        added.forEach(bank::retire);
    }

    @Test
    void comesWithOpenQuestionsForEveryGapInBothLanguages() {
        Bank came = questions.bank();
        for (Gap gap : Gap.values()) {
            for (Language language : Language.values()) {
                assertThat(came.in(QuestionPlace.of(gap), language.code()))
                        .as("%s %s", gap, language)
                        .isNotEmpty()
                        .allMatch(one -> one.language() == language);
            }
        }
        assertThat(bank.all().stream()
                        .filter(one -> !added.contains(one.id()) && one.number() == 1 && !one.isRetired()))
                .filteredOn(one -> jdbc.sql("select created_by is null from question where id = :id")
                        .param("id", one.id())
                        .query(Boolean.class)
                        .single())
                .allSatisfy(one -> assertThat(one.remarks()).as(one.words()).isEmpty());
    }

    @Test
    void addsAQuestionOnceHoweverOftenItIsSent() {
        AddQuestion add = fresh(Gap.FIT);
        bank.add(admin, add);
        bank.add(admin, add);

        assertThat(bank.find(add.id()).words()).isEqualTo(add.words());
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> bank.add(admin, new AddQuestion(add.id(), add.place(), add.language(), "Other?")));
    }

    @Test
    void refusesTheSameQuestionInTheSamePlaceWhateverItsCaseAndAccents() {
        AddQuestion first = fresh(Gap.FIT);
        bank.add(admin, first);
        String same = first.words().toUpperCase(Locale.ROOT).replace('E', 'É');

        refuses("questions.taken", new AddQuestion(Ids.next(), first.place(), first.language(), same));
        bank.retire(first.id());
        refuses("questions.taken", new AddQuestion(Ids.next(), first.place(), first.language(), same));
        AddQuestion elsewhere =
                new AddQuestion(Ids.next(), QuestionPlace.of(Gap.COST), first.language(), first.words());
        added.add(elsewhere.id());
        bank.add(admin, elsewhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "???", "\u200B"})
    void refusesWhatSaysNothing(String words) {
        refuses(
                "questions.words.missing",
                new AddQuestion(Ids.next(), QuestionPlace.of(Gap.FIT), Language.ENGLISH, words));
    }

    @Test
    void refusesWhatIsTooLongOrForAStageThatIsNotThere() {
        refuses(
                "questions.words.long",
                new AddQuestion(Ids.next(), QuestionPlace.of(Gap.FIT), Language.ENGLISH, "a".repeat(201)));
        refuses(
                "questions.place.gone",
                new AddQuestion(Ids.next(), QuestionPlace.at("nirvana"), Language.ENGLISH, "Why?"));
    }

    @Test
    void hasNoMoreThanSomebodyCanChooseFrom() {
        int there = questions.bank().in(QuestionPlace.of(Gap.WHO_ELSE), "de").size();
        for (int n = there; n < QuestionBank.MOST; n++) {
            bank.add(admin, fresh(Gap.WHO_ELSE, Language.GERMAN));
        }
        refuses("questions.many", fresh(Gap.WHO_ELSE, Language.GERMAN));
    }

    @Test
    void whatWasAskedStaysAsItWasAskedWhenTheQuestionIsWordedAnew() {
        AddQuestion add = fresh(Gap.COST);
        bank.add(admin, add);
        TurnId asked = asks(new Wording(add.id(), 1), add.words());
        scene.heard(anna, talk, helen, "Too much.");

        bank.reword(admin, add.id(), add.words() + " Roughly?", 0);
        asks(new Wording(add.id(), 2), add.words() + " Roughly?");

        assertThat(bank.wordings(add.id()))
                .extracting(WordingView::number, WordingView::asked)
                .containsExactly(tuple(2, 1, 0), tuple(1, 1, 1));
        assertThat(jdbc.sql("select bank_number from turn where id = :id")
                        .param("id", asked.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(bank.all())
                .filteredOn(one -> one.id().equals(add.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.asked()).isEqualTo(new Asked(2, 1));
                    assertThat(one.words()).endsWith("Roughly?");
                });
    }

    private static Tuple tuple(int number, int times, int answered) {
        return Assertions.tuple(number, new Asked(times, answered));
    }

    @Test
    void tellsWhoeverWordsItMeanwhile() {
        AddQuestion add = fresh(Gap.COST);
        bank.add(admin, add);
        String theirs = add.words() + " And when?";
        bank.reword(admin, add.id(), theirs, 0);
        bank.reword(admin, add.id(), theirs, 0);

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> bank.reword(admin, add.id(), "Mine?", 0))
                .satisfies(changed -> assertThat(changed.kept()).isEqualTo(theirs));
    }

    @Test
    void aRetiredQuestionIsNotSuggestedUntilItIsBroughtBack() {
        AddQuestion add = fresh(Gap.REACTION);
        bank.add(admin, add);
        bank.retire(add.id());
        bank.retire(add.id());
        assertThat(questions.bank().questions()).noneMatch(one -> one.words().equals(add.words()));

        bank.restore(add.id());
        assertThat(questions.bank().in(QuestionPlace.of(Gap.REACTION), "en"))
                .last()
                .matches(one -> one.words().equals(add.words()));
    }

    @Test
    void movesAQuestionAmongThoseOfItsKind() {
        List<UUID> ours = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            AddQuestion add = fresh(Gap.PLAYBACK);
            bank.add(admin, add);
            ours.add(add.id());
        }
        int first = order(Gap.PLAYBACK).indexOf(ours.get(0));

        bank.place(ours.get(2), first + 1);
        assertThat(order(Gap.PLAYBACK)).containsSubsequence(ours.get(2), ours.get(0), ours.get(1));

        bank.place(ours.get(2), 999);
        assertThat(order(Gap.PLAYBACK)).last().isEqualTo(ours.get(2));
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> bank.place(Ids.next(), 1));
    }

    @Test
    void suggestsInTheLanguageOfWhoSpokeAndNotAgainWhatWasAskedHere() {
        jdbc.sql("update contact set language = 'de' where id = :id")
                .param("id", helen.value())
                .update();
        scene.heard(anna, talk, helen, "Das kostet uns Tage.");
        SuggestedQuestion first = suggestions.of(anna, talk, List.of(), false).get(0);
        assertThat(first.question().language()).isEqualTo(Language.GERMAN);

        asks(first.question().wording(), first.question().words());
        scene.heard(anna, talk, helen, "Im Monat drei Tage, die verloren sind.");
        assertThat(suggestions.of(anna, talk, List.of(), false)).isNotEmpty().noneMatch(one -> one.question()
                .equals(first.question()));
    }

    @Test
    void ofSeveralThatWouldFollowAsksWhatIsMissing() {
        scene.heard(anna, talk, helen, "The trouble costs us hours, and my boss decides.");
        assertThat(gaps(List.of())).containsExactly(Gap.PROBLEM);
        assertThat(gaps(List.of(Gap.COST))).containsExactly(Gap.COST);
    }

    @Test
    void whatIsMissingFollowsAnythingOnlyOnceTheyAsked() {
        scene.heard(anna, talk, helen, "Send me a price.");
        assertThat(gaps(List.of(Gap.COST))).isEmpty();
        assertThat(suggestions.of(anna, talk, List.of(Gap.COST), true))
                .singleElement()
                .satisfies(one -> assertThat(one.question().place().gap()).isEqualTo(Gap.COST));
    }

    @Test
    void aQuestionNobodyKnowsDoesNotKeepATurnFromBeingLogged() {
        TurnId asked = asks(new Wording(Ids.next(), 7), "Why?");
        assertThat(jdbc.sql("select bank_question is null from turn where id = :id")
                        .param("id", asked.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void onlyWhatWeAskedRemembersAQuestion() {
        TurnId told = new TurnId(Ids.next());
        turns.log(anna, LogTurn.told(told, talk, "Hello.").from(anyWording()));
        assertThat(jdbc.sql("select bank_question is null from turn where id = :id")
                        .param("id", told.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from question",
                "delete from question_wording",
                "update question_wording set words = 'Other?'",
                "update question set words = 'Other?'",
                "update question set number = number + 1",
                "update question set gap = 'fit', stage_key = 'know'",
                "update question set language = 'fr'",
                "update turn set bank_question = null",
                "insert into question_wording (question_id, number, words) select id, 99, ' ' from question",
            })
    void theDatabaseRefusesToChangeWhatWasAsked(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(statement).update());
    }

    private List<Gap> gaps(List<Gap> missing) {
        return suggestions.of(anna, talk, missing, false).stream()
                .map(one -> one.question().place().gap())
                .toList();
    }

    private Wording anyWording() {
        return questions.bank().questions().get(0).wording();
    }

    private TurnId asks(Wording wording, String words) {
        TurnId id = new TurnId(Ids.next());
        turns.log(anna, LogTurn.asked(id, talk, words, null).from(wording));
        return id;
    }

    private List<UUID> order(Gap gap) {
        return questions.bank().in(QuestionPlace.of(gap), "en").stream()
                .map(one -> one.wording().question())
                .toList();
    }

    private AddQuestion fresh(Gap gap) {
        return fresh(gap, Language.ENGLISH);
    }

    private AddQuestion fresh(Gap gap, Language language) {
        AddQuestion add =
                new AddQuestion(Ids.next(), QuestionPlace.of(gap), language, "What about " + Ids.next() + "?");
        added.add(add.id());
        return add;
    }

    private void refuses(String key, AddQuestion add) {
        added.remove(add.id());
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> bank.add(admin, add))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
