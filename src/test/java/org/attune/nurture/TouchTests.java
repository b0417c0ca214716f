package org.attune.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.conversations.TurnsSeen;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.ContactName;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AttuneTest
class TouchTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Happened happened;

    @Autowired
    private Touches touches;

    @Autowired
    private TouchesTogether together;

    @Autowired
    private SameWords same;

    @Autowired
    private TouchTalks talks;

    @Autowired
    private TurnsSeen turns;

    @Autowired
    private NurtureFollowsMerge followsMerge;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsMet() {
        anna = somebody.whoSells();
        helen = known("Helen", "Brandt");
    }

    private ContactId known(String given, String family) {
        return acquaintances.of(anna, ContactDetails.named(given, family));
    }

    private TouchView noted(TouchKind kind, String words, Given given) {
        return touches.note(anna, new NoteTouch(Ids.next(), helen, kind, false, words, null, given));
    }

    @Test
    void whatTheyAskedForNamesTheTurnInWhichTheyDid() {
        UUID call = happened.spoke(anna, helen, "they");
        UUID turn = happened.heard(call, helen);

        TouchView sent = noted(TouchKind.MATERIAL, "The checklist", Given.NOTHING.askedFor(new TurnId(turn)));

        assertThat(sent.askedFor()).isTrue();
        assertThat(sent.askedAt()).isEqualTo("/conversations/" + call + "#t1");
        assertThatThrownBy(() -> touches.note(
                        anna,
                        new NoteTouch(
                                Ids.next(),
                                known("Jonas", "Reiter"),
                                TouchKind.MATERIAL,
                                true,
                                "It",
                                null,
                                Given.NOTHING.askedFor(new TurnId(turn)))))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo("askedTurn"));
    }

    @Test
    void peopleAreIntroducedToSomebodyElseWhomWeSee() {
        ContactId jonas = known("Jonas", "Reiter");
        ContactId strange = acquaintances.of(somebody.whoSells());

        TouchView brought = noted(TouchKind.INTRODUCTION, "Both bill by hand", Given.introduction(jonas));

        assertThat(brought.about())
                .isEqualTo(new TouchView.About(jonas.value(), "Jonas Reiter", "/contacts/" + jonas.value()));
        assertThatThrownBy(() -> noted(TouchKind.INTRODUCTION, "No", Given.NOTHING))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> noted(TouchKind.INTRODUCTION, "No", Given.introduction(helen)))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> noted(TouchKind.INTRODUCTION, "No", Given.introduction(strange)))
                .isInstanceOf(NotSeen.class);
    }

    @Test
    void aTouchWithSomebodyElseUnderTheSameIdIsAnotherOne() {
        UUID id = Ids.next();
        ContactId jonas = known("Jonas", "Reiter");
        var first = new NoteTouch(id, helen, TouchKind.INTRODUCTION, false, "Hello", null, Given.introduction(jonas));
        touches.note(anna, first);
        touches.note(anna, first);

        Given other = Given.introduction(known("Petra", "Kühn"));
        assertThatThrownBy(() -> touches.note(
                        anna, new NoteTouch(id, helen, TouchKind.INTRODUCTION, false, "Hello", null, other)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void whomSomebodyWasIntroducedToFollowsAMergeAndComesBackButNobodyIsIntroducedToThemselves() {
        ContactId jonas = known("Jonas", "Reiter");
        ContactId twin = known("Jonas", "Reiter jun.");
        TouchView brought = noted(TouchKind.INTRODUCTION, "Both bill by hand", Given.introduction(jonas));

        var moved = followsMerge.follow(jonas, twin);
        assertThat(about(brought)).isEqualTo(twin.value());
        followsMerge.goBack(jonas, twin, moved);
        assertThat(about(brought)).isEqualTo(jonas.value());

        var self = followsMerge.follow(jonas, helen);
        assertThat(about(brought)).isEqualTo(jonas.value());
        followsMerge.goBack(jonas, helen, self);
        var from = followsMerge.follow(helen, jonas);
        assertThat(touches.find(anna, brought.id()).contact()).isEqualTo(helen);
        followsMerge.goBack(helen, jonas, from);
        assertThat(about(brought)).isEqualTo(jonas.value());
    }

    private UUID about(TouchView touch) {
        return Objects.requireNonNull(touches.find(anna, touch.id()).about()).id();
    }

    @Test
    void whatTheySaidAboutItOpensOneConversationThatBeginsWithTheirWords() {
        TouchView sent = noted(TouchKind.MATERIAL, "The checklist", Given.NOTHING);
        var open = new OpenFromReaction(sent.id(), new ConversationId(Ids.next()), Channel.EMAIL);
        assertThatThrownBy(() -> talks.open(anna, open)).isInstanceOf(RuleRefused.class);
        touches.received(anna, sent.id(), Reaction.GOOD, "Petra has printed it.");

        ConversationId opened = talks.open(anna, open);
        ConversationId again =
                talks.open(anna, new OpenFromReaction(sent.id(), new ConversationId(Ids.next()), Channel.CALL));

        assertThat(again)
                .isEqualTo(opened)
                .isEqualTo(touches.find(anna, sent.id()).conversation());
        assertThat(turns.page(anna, opened, null, 9).turns()).singleElement().satisfies(turn -> {
            assertThat(turn.kind()).isEqualTo(TurnKind.HEARD);
            assertThat(turn.words()).isEqualTo("Petra has printed it.");
        });
        assertThatThrownBy(() -> talks.open(somebody.whoSells(), open)).isInstanceOf(NotSeen.class);
    }

    @Test
    void wordsThatDifferInNamesAloneAreTheSame() {
        Map<ContactId, String> words = new LinkedHashMap<>();
        words.put(helen, "Dear Helen, a good new year to you and everybody at the office!");
        ContactId jonas = known("Jonas", "Reiter");
        words.put(jonas, "Dear Mr Reiter, a good new year to you and everyone at the office!");
        ContactId petra = known("Petra", "Kühn");
        words.put(
                petra,
                "Dear Petra, may the new hall be dry by March, and the forklift find its keys. Thank you for the plums.");
        words.put(known("Ines", "Vogel"), "");

        assertThat(same.groups(words)).containsExactly(Set.of(helen, jonas));
    }

    @Test
    void fourInTheSameWordsAreTakenOnlyWhereThatIsMeantAndShownAfterwards() {
        List<NoteTogether.ToOne> each = new ArrayList<>();
        List<ContactId> four = new ArrayList<>();
        for (String name : List.of("Jonas", "Petra", "Ines", "Marek")) {
            four.add(known(name, "Reiter"));
            each.add(new NoteTogether.ToOne(
                    Ids.next(), four.get(four.size() - 1), "Dear " + name + ", all the best for 2027."));
        }
        each.add(new NoteTogether.ToOne(
                Ids.next(), helen, "Helen, I hope the checklist hangs by the door of dispatch."));
        UUID id = Ids.next();

        assertThatThrownBy(() -> together.note(anna, new NoteTogether(id, TouchKind.GREETING, null, each, false)))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo("sameAnyway"));
        assertThat(touches.together(anna, id)).isEmpty();
        var meant = new NoteTogether(id, TouchKind.GREETING, null, each, true);
        List<TouchView> noted = together.note(anna, meant);
        together.note(anna, meant);

        assertThat(touches.together(anna, id)).hasSize(5).containsExactlyInAnyOrderElementsOf(noted);
        assertThat(same.others(anna, noted.get(0)))
                .extracting(ContactName::id)
                .containsExactlyInAnyOrderElementsOf(four.subList(1, 4));
        assertThat(same.others(anna, noted.get(4))).isEmpty();
    }

    @Test
    void aHandPickedFewAreNoMoreThanTwelveEachOnceAndNobodyUnseen() {
        List<NoteTogether.ToOne> many = new ArrayList<>();
        for (int n = 0; n < 13; n++) {
            many.add(new NoteTogether.ToOne(
                    Ids.next(), known("Petra", "Kühn " + n), "Words of their own, number " + n * 7919));
        }
        var toOne = new NoteTogether.ToOne(Ids.next(), helen, "Hello");
        var again = new NoteTogether.ToOne(Ids.next(), helen, "Good morning");
        var strange = new NoteTogether.ToOne(Ids.next(), acquaintances.of(somebody.whoSells()), "Hello");

        assertThatThrownBy(() -> note(many)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> note(List.of())).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> note(List.of(toOne, again))).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> note(List.of(toOne, strange))).isInstanceOf(NotSeen.class);
        assertThat(touches.ofContact(anna, helen, 9)).isEmpty();
    }

    private void note(List<NoteTogether.ToOne> each) {
        together.note(anna, new NoteTogether(Ids.next(), TouchKind.GREETING, null, each, true));
    }
}
