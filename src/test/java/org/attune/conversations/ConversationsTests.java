package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Organisation;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@AttuneTest
class ConversationsTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Conversations conversations;

    @Autowired
    private ConversationsSeen seen;

    @Autowired
    private TurnsSeen turnsSeen;

    @Autowired
    private Marks marks;

    @Autowired
    private LeftOpen leftOpen;

    @Autowired
    private ConversationRows rows;

    @Autowired
    private ContactSight sight;

    @Autowired
    private ConversationNews news;

    @Autowired
    private Merges merges;

    @Autowired
    private TransactionOperations inOneGo;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyToSpeakWith() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna);
    }

    @Test
    void aBareNoteIsAConversationToFinish() {
        BeginConversation begin = scene.begin(Visibility.TEAM, Instant.now(), helen);

        conversations.noteDown(anna, NoteDown.open(begin, "Call her back about the new press."));
        conversations.noteDown(anna, NoteDown.open(begin, "Call her back about the new press."));

        ConversationView note = seen.find(anna, begin.id());
        assertThat(note.state()).isEqualTo(ConversationState.OPEN);
        assertThat(note.note()).isEqualTo("Call her back about the new press.");
        assertThat(seen.toFinish(anna, 10)).extracting(ConversationLine::id).containsExactly(begin.id());
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> conversations.noteDown(anna, NoteDown.open(begin, "Something else.")));
    }

    @Test
    void aNoteLeftAsItIsAsksForNothingMore() {
        BeginConversation begin = scene.begin(Visibility.TEAM, Instant.now(), helen);

        conversations.noteDown(anna, new NoteDown(begin, "She is on holiday.", null, true));

        assertThat(seen.find(anna, begin.id()).state()).isEqualTo(ConversationState.NOT_CLOSED);
        assertThat(seen.toFinish(anna, 10)).isEmpty();
    }

    @Test
    void aPlannedConversationBeginsOrIsCalledOff() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        ConversationId first = planned(tomorrow);
        ConversationId second = planned(tomorrow.plusSeconds(60));
        assertThat(seen.planned(anna, tomorrow, tomorrow.plusSeconds(3600)))
                .extracting(ConversationLine::id)
                .containsExactly(first, second);

        conversations.beginPlanned(anna, first, Instant.now());
        conversations.callOff(anna, second);

        assertThat(seen.find(anna, first).state()).isEqualTo(ConversationState.OPEN);
        assertThat(seen.find(anna, second).state()).isEqualTo(ConversationState.CALLED_OFF);
        refused("conversations.state.not-planned", () -> conversations.callOff(anna, first));
    }

    @Test
    void closingItTheSameWayTwiceIsClosingItOnce() {
        ConversationId talk = scene.begun(anna, helen);
        CloseConversation close =
                new CloseConversation(talk, Outcome.CONTINUES, TalkedMore.THEY, 25, true, false, false);

        conversations.close(anna, close);
        conversations.close(anna, close);

        ConversationView closed = seen.find(anna, talk);
        assertThat(closed.outcome()).isEqualTo(Outcome.CONTINUES);
        assertThat(closed.minutes()).isEqualTo(25);
        assertThat(closed.built()).isTrue();
        assertThat(closed.mayReopen()).isTrue();
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> conversations.close(
                        anna, new CloseConversation(talk, Outcome.GOODBYE, null, null, false, false, false)));
    }

    @Test
    void itsOwnerReopensItForADay() {
        Viewer ben = companionOf(helen);
        ConversationId talk = scene.begun(anna, helen);
        conversations.breakOff(ben, talk);

        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> conversations.reopen(ben, talk));
        Instant later = Instant.now().plus(Duration.ofHours(25));
        refused(
                "conversations.reopen.day-is-over",
                () -> inOneGo.executeWithoutResult(transaction -> at(later).reopen(anna, talk)));
        conversations.reopen(anna, talk);

        assertThat(seen.find(anna, talk).state()).isEqualTo(ConversationState.OPEN);
    }

    @Test
    void aTeammateWhoOnlySeesThemMayLogButNotClose() {
        TeamId team = somebody.aTeam();
        Viewer owner = somebody.whoSells(team);
        Viewer teammate = somebody.whoSells(team);
        ContactId petra = scene.contactOf(owner, "Petra", "Kühn");
        ConversationId talk = scene.begun(owner, petra);

        withTeamsSeeingContacts(() -> {
            scene.told(teammate, talk, "Just a word from me.");
            assertThat(seen.find(teammate, talk).mayClose()).isFalse();
            assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> conversations.breakOff(teammate, talk));
        });
        assertThat(seen.find(owner, talk).turns()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOpenForSevenDaysEndsAsNotClosed() {
        ConversationId open = scene.begun(anna, helen);
        ConversationId resting = scene.begun(anna, helen);
        conversations.rest(anna, resting);
        Instant now = Instant.now();

        inOneGo.executeWithoutResult(transaction -> leftOpen.endWhatWasLeft(now.plus(Duration.ofDays(6))));
        assertThat(seen.find(anna, open).state()).isEqualTo(ConversationState.OPEN);

        Instant eighth = now.plus(Duration.ofDays(8)).truncatedTo(ChronoUnit.SECONDS);
        for (int twice = 0; twice < 2; twice++) {
            inOneGo.executeWithoutResult(transaction -> leftOpen.endWhatWasLeft(eighth));
        }

        assertThat(List.of(seen.find(anna, open), seen.find(anna, resting))).allSatisfy(conversation -> {
            assertThat(conversation.state()).isEqualTo(ConversationState.NOT_CLOSED);
            assertThat(conversation.outcome()).isNull();
            assertThat(conversation.endedAt()).isEqualTo(eighth);
        });
    }

    @Test
    void whatIsLeftOpenWithTwoWhoWereOneAllAlongEndsToo() {
        ContactId hella = scene.contactOf(anna, "Hella", "Brandt");
        ConversationId open = scene.begun(anna, helen);
        conversations.join(anna, open, hella);
        merges.merge(anna, new MergeContacts(Ids.next(), helen, hella, 0, 0, Set.of()));

        inOneGo.executeWithoutResult(
                transaction -> leftOpen.endWhatWasLeft(Instant.now().plus(Duration.ofDays(8))));

        assertThat(seen.find(anna, open).state()).isEqualTo(ConversationState.NOT_CLOSED);
    }

    @Test
    void othersSeeOfAPrivateConversationThatItTookPlace() {
        Viewer ben = companionOf(helen);
        ConversationId talk = scene.begun(anna, Visibility.PRIVATE, helen);
        TurnId turn = scene.heard(anna, talk, helen, "Please keep that to yourself.");

        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> seen.find(ben, talk));
        assertThat(turnsSeen.find(ben, turn)).isEmpty();
        assertThat(seen.ofContact(ben, helen, null).items()).singleElement().satisfies(line -> {
            assertThat(line.readable()).isFalse();
            assertThat(line.with()).containsExactly("Helen Brandt");
            assertThat(line.heardTurns()).isZero();
            assertThat(line.wave()).isEmpty();
        });
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> conversations.show(ben, talk, Visibility.ALL));
    }

    @Test
    void whatIsSensitiveStaysBetweenThePeopleWhoWorkWithThem() {
        TeamId team = somebody.aTeam();
        Viewer owner = somebody.whoSells(team);
        Viewer teammate = somebody.whoSells(team);
        Viewer companion = somebody.whoSells();
        ContactId petra = scene.contactOf(owner, "Petra", "Kühn");
        scene.companion(petra, companion);
        ConversationId talk = scene.begun(owner, petra);
        TurnId turn = scene.heard(owner, talk, petra, "I am ill.");
        scene.heard(owner, talk, petra, "But the list is fine.");
        marks.mark(owner, turn, Mark.SENSITIVE);

        assertThat(turnsSeen.page(companion, talk, null, 50).turns()).hasSize(2);
        withTeamsSeeingContacts(
                () -> assertThat(turnsSeen.page(teammate, talk, null, 50).turns())
                        .extracting(TurnView::words)
                        .containsExactly("But the list is fine."));
    }

    @Test
    void peopleTheViewerDoesNotSeeAreCountedAndNotNamed() {
        Viewer ben = somebody.whoSells();
        ContactId petra = scene.contactOf(ben, "Petra", "Kühn");
        scene.companion(petra, anna);
        ConversationId talk = scene.begun(anna, helen, petra);

        ConversationView view = seen.find(ben, talk);
        assertThat(view.participants()).extracting(ParticipantView::name).containsExactly("Petra Kühn");
        assertThat(view.others()).isEqualTo(1);
    }

    @Test
    void nobodyWritesDownAConversationWithSomebodyTheyDoNotSee() {
        Viewer stranger = somebody.whoSells();
        BeginConversation begin =
                scene.begin(Visibility.TEAM, Instant.now(), scene.contactOf(stranger, "Łukasz", "Nowak"), helen);

        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> conversations.begin(stranger, begin));
        assertThat(seen.ofContact(anna, helen, null).items()).isEmpty();
    }

    @Test
    void theListIsPagedByKeyLatestFirst() {
        Instant now = Instant.now();
        for (int n = 0; n < 25; n++) {
            conversations.begin(anna, scene.begin(Visibility.TEAM, now.minus(Duration.ofDays(n / 2)), helen));
        }

        var first = seen.ofContact(anna, helen, null);
        var second = seen.ofContact(anna, helen, first.next());

        assertThat(first.items()).hasSize(20);
        assertThat(second.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(seen.ofContact(anna, helen, "nonsense").items()).hasSize(20);
    }

    @Test
    void theHatChangesAtATurn() {
        ConversationId talk = scene.begun(anna, helen);
        scene.told(anna, talk, "Under the one.");
        conversations.wear(anna, talk, Hat.MARKETING);
        scene.told(anna, talk, "Under the other.");

        assertThat(turnsSeen.page(anna, talk, null, 9).turns())
                .extracting(TurnView::hat)
                .containsExactly(Hat.SALES, Hat.MARKETING);
        assertThat(turnsSeen.since(anna, talk, 0))
                .extracting(TurnView::hatChanged)
                .containsExactly(false, true);
    }

    private ConversationId planned(Instant when) {
        return conversations.plan(
                anna,
                new PlanConversation(
                        new ConversationId(Ids.next()),
                        List.of(helen),
                        Hat.SALES,
                        Channel.VIDEO,
                        StartedBy.WE,
                        when,
                        30,
                        true,
                        Visibility.TEAM));
    }

    private Viewer companionOf(ContactId contact) {
        Viewer companion = somebody.whoSells();
        scene.companion(contact, companion);
        return companion;
    }

    private Conversations at(Instant now) {
        return new Conversations(rows, sight, news, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Autowired
    private Organisation organisation;

    private void withTeamsSeeingContacts(Runnable then) {
        organisation.showTeamsTheirContacts(true);
        try {
            then.run();
        } finally {
            organisation.showTeamsTheirContacts(false);
        }
    }

    private static void refused(String messageKey, Runnable deed) {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(deed::run)
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }
}
