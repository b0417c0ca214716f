package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The facts about a conversation are put right, and what was counted from them stays true or is refused. */
@AttuneTest
class ConversationFactsTests {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private OfferScene offers;

    @Autowired
    private Conversations conversations;

    @Autowired
    private ConversationFacts facts;

    @Autowired
    private ConversationsSeen seen;

    @Autowired
    private TurnsSeen turns;

    @Autowired
    private Turns log;

    @Autowired
    private Evidence evidence;

    @Autowired
    private TransactionOperations inOneGo;

    private Viewer anna;
    private ContactId helen;
    private ContactId petra;

    @BeforeEach
    void somebodyToSpeakWith() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna);
        petra = scene.contactOf(anna, "Petra", "Kühn");
    }

    @Test
    void channelMinutesAndWhoSoughtItArePutRight() {
        ConversationId talk = scene.begun(anna, helen);

        facts.change(
                anna,
                new ChangeConversation(talk, Channel.VIDEO, StartedBy.WE, null, 40, null, false, false, version(talk)));

        ConversationView view = seen.find(anna, talk);
        assertThat(view.channel()).isEqualTo(Channel.VIDEO);
        assertThat(view.startedBy()).isEqualTo(StartedBy.WE);
        assertThat(view.minutes()).isEqualTo(40);
    }

    @Test
    void anOlderFormChangesNothing() {
        ConversationId talk = scene.begun(anna, helen);
        int old = version(talk);
        change(talk, null, false);

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> facts.change(
                        anna,
                        new ChangeConversation(talk, Channel.LETTER, StartedBy.WE, null, 5, null, false, false, old)))
                .satisfies(changed -> assertThat(changed.version()).isEqualTo(version(talk)));
        assertThat(seen.find(anna, talk).channel()).isEqualTo(Channel.CALL);
    }

    @Test
    void toAnotherDayWhatWasSaidMovesAlongOnlyOnceThatIsKnown() {
        ConversationId talk = scene.begun(anna, helen);
        TurnId turn = scene.heard(anna, talk, helen, "We close on the eleventh.");
        Instant said = saidAt(turn);
        Instant happened = happenedAt(talk);
        Instant earlier = happened.minus(Duration.ofDays(3));

        refused("conversations.facts.moves-along", () -> change(talk, earlier, false));
        assertThat(saidAt(turn)).isEqualTo(said);
        change(talk, earlier, true);

        assertThat(happenedAt(talk)).isEqualTo(earlier);
        assertThat(saidAt(turn)).isEqualTo(said.minus(Duration.ofDays(3)));
        assertThat(seen.find(anna, talk).lastHeardAt()).isEqualTo(saidAt(turn));
    }

    @Test
    void whatCarriesADayOfItsOwnStaysThere() {
        ConversationId talk = scene.begun(anna, helen);
        Instant lastWeek = NOW.minus(Duration.ofDays(7));
        TurnId letter = new TurnId(Ids.next());
        log.log(
                anna,
                LogTurn.heard(letter, talk, helen, Exactness.WORD_FOR_WORD, "Dear all")
                        .said(lastWeek));
        scene.heard(anna, talk, helen, "And today this.");

        change(talk, happenedAt(talk).minus(Duration.ofDays(2)), true);

        assertThat(saidAt(letter)).isEqualTo(lastWeek);
    }

    @Test
    void onTheSameDayOnlyWhatHadNoTimeOfItsOwnFollows() {
        Instant then =
                NOW.minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));
        ConversationId talk = conversations.begin(anna, scene.begin(Visibility.TEAM, then, helen));
        TurnId afterwards = scene.heard(anna, talk, helen, "Written down a month later.");
        assertThat(saidAt(afterwards)).isEqualTo(then);

        change(talk, then.plusSeconds(600), false);

        assertThat(saidAt(afterwards)).isEqualTo(then.plusSeconds(600));
    }

    @Test
    void theDayStaysOnceAnOfferStandsOnIt() {
        OfferScene.Story story = offers.complete(anna);
        offers.recorded(story);
        Instant before = happenedAt(story.talk());

        refused(
                "conversations.facts.day-is-evidence",
                () -> change(story.talk(), before.minus(Duration.ofDays(1)), true));
        assertThat(facts.of(anna, story.talk()).evidence()).isTrue();
        change(story.talk(), null, false);

        assertThat(happenedAt(story.talk())).isEqualTo(before);
    }

    /** Whoever moves the day holds its turns; an offer recorded at that moment waits, and then stands on the new day. */
    @Test
    void nothingBecomesEvidenceWhileItsDayMoves() throws Exception {
        ConversationId talk = scene.begun(anna, helen);
        TurnId turn = scene.heard(anna, talk, helen, "We close on the eleventh.");
        Instant said = saidAt(turn);
        List<CompletableFuture<Void>> sealing = new ArrayList<>();

        inOneGo.executeWithoutResult(moving -> {
            change(talk, happenedAt(talk).minus(Duration.ofDays(1)), true);
            CompletableFuture<Void> seal = CompletableFuture.runAsync(
                    () -> inOneGo.executeWithoutResult(recording -> evidence.seal(anna, List.of(turn))));
            sealing.add(seal);
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> seal.get(500, TimeUnit.MILLISECONDS));
        });
        await(sealing.get(0));

        assertThat(saidAt(turn)).isEqualTo(said.minus(Duration.ofDays(1)));
        refused(
                "conversations.facts.day-is-evidence",
                () -> change(talk, happenedAt(talk).minus(Duration.ofDays(1)), true));
    }

    @Test
    void itNeitherTakesPlaceInTheFutureNorAfterItEnded() {
        ConversationId talk =
                conversations.begin(anna, scene.begin(Visibility.TEAM, NOW.minus(Duration.ofDays(1)), helen));
        refused("conversations.happened.in-the-future", () -> change(talk, NOW.plus(Duration.ofDays(1)), true));
        conversations.breakOff(anna, talk);

        refused(
                "conversations.facts.after-it-ended",
                () -> change(talk, Instant.now().plusSeconds(60), true));
    }

    @Test
    void allOfItMovesUnderTheOtherHatUnlessItChangedAtATurn() {
        ConversationId talk = scene.begun(anna, helen);
        TurnId first = scene.told(anna, talk, "Under the wrong one.");

        under(talk, Hat.MARKETING);
        assertThat(turn(first).hat()).isEqualTo(Hat.MARKETING);
        assertThat(seen.find(anna, talk).hat()).isEqualTo(Hat.MARKETING);

        conversations.wear(anna, talk, Hat.SALES);
        scene.told(anna, talk, "From here on under the other.");
        assertThat(facts.of(anna, talk).oneHat()).isFalse();
        refused("conversations.facts.hat-changed", () -> under(talk, Hat.MARKETING));
    }

    @Test
    void aPlannedOneIsPlannedForAnotherTime() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        ConversationId talk = conversations.plan(
                anna,
                new PlanConversation(
                        new ConversationId(Ids.next()),
                        List.of(helen),
                        Hat.SALES,
                        Channel.VIDEO,
                        StartedBy.WE,
                        tomorrow,
                        30,
                        true,
                        Visibility.TEAM));

        change(talk, tomorrow.plus(Duration.ofDays(2)), false);

        assertThat(seen.find(anna, talk).plannedFor()).isEqualTo(tomorrow.plus(Duration.ofDays(2)));
        refused("conversations.planned.in-the-past", () -> change(talk, NOW.minus(Duration.ofDays(2)), false));
    }

    @Test
    void whoOnlySeesThemPutsNothingRight() {
        ConversationId talk = scene.begun(anna, helen);
        Viewer stranger = somebody.whoSells();

        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> facts.of(stranger, talk));
        assertThatExceptionOfType(NotSeen.class)
                .isThrownBy(() -> facts.change(
                        stranger,
                        new ChangeConversation(talk, Channel.CHAT, StartedBy.WE, null, 1, null, false, false, 0)));
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> facts.leave(stranger, talk, helen));
    }

    @Test
    void whoWasNotThereLeavesAndTheOtherBeginsInTheirPlace() {
        ConversationId talk = scene.begun(anna, helen, petra);
        scene.heard(anna, talk, petra, "Helen could not come.");

        facts.leave(anna, talk, helen);
        facts.leave(anna, talk, helen);

        assertThat(seen.find(anna, talk).participants()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(petra);
            assertThat(one.lead()).isTrue();
        });
        assertThat(seen.ofContact(anna, helen, null).items()).isEmpty();
        refused("conversations.participant.only-one", () -> facts.leave(anna, talk, petra));
    }

    @Test
    void whoWasHeardWasThere() {
        ConversationId talk = scene.begun(anna, helen, petra);
        scene.heard(anna, talk, petra, "I am here.");

        refused("conversations.participant.was-heard", () -> facts.leave(anna, talk, petra));
        conversations.breakOff(anna, talk);
        refused("conversations.state.over", () -> facts.leave(anna, talk, helen));
    }

    private void change(ConversationId talk, @Nullable Instant at, boolean moveTurns) {
        facts.change(
                anna,
                new ChangeConversation(
                        talk, Channel.CALL, StartedBy.THEY, at, 30, null, false, moveTurns, version(talk)));
    }

    private void under(ConversationId talk, Hat hat) {
        facts.change(
                anna,
                new ChangeConversation(talk, Channel.CALL, StartedBy.THEY, null, 30, hat, false, false, version(talk)));
    }

    private int version(ConversationId talk) {
        return seen.find(anna, talk).version();
    }

    private Instant happenedAt(ConversationId talk) {
        return Objects.requireNonNull(seen.find(anna, talk).happenedAt());
    }

    private TurnView turn(TurnId id) {
        return turns.find(anna, id).orElseThrow();
    }

    private Instant saidAt(TurnId id) {
        return turn(id).saidAt();
    }

    private static void await(CompletableFuture<Void> seal) throws ExecutionException, InterruptedException {
        try {
            seal.get(10, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            throw new IllegalStateException(stuck);
        }
    }

    private static void refused(String key, Runnable deed) {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(deed::run)
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
