package org.attune.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AttuneTest
class PromisesTests {

    /** Where those who sell in tests look at the calendar. */
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Promises promises;

    @Autowired
    private PromisesFollowMerge followsMerge;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsMet() {
        anna = somebody.whoSells();
        helen = happened.met(anna);
    }

    @Test
    void remembersWhoPromisedWhatByWhen() {
        PromiseView ours = make("Send the offer", 3);
        PromiseView theirs = promises.make(
                anna, MakePromise.theirs(new PromiseId(Ids.next()), helen, "Ask the drivers", TODAY.plusDays(4)));

        assertThat(ours.promiser()).isEqualTo(anna.name());
        assertThat(ours.mine()).isTrue();
        assertThat(theirs.promiser()).isNull();
        assertThat(promises.ofContact(anna, helen).open())
                .extracting(PromiseView::words)
                .containsExactly("Send the offer", "Ask the drivers");
    }

    @Test
    void aRepeatIsOnePromiseAndOtherWordsUnderTheSameIdAreRefused() {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(anna, MakePromise.ours(id, helen, "Send the offer", TODAY));
        promises.make(anna, MakePromise.ours(id, helen, "Send the offer", TODAY));

        assertThat(promises.ofContact(anna, helen).open()).hasSize(1);
        assertThatThrownBy(() -> promises.make(anna, MakePromise.ours(id, helen, "Send the moon", TODAY)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void staysWithTheTeamOfTheDayItWasMade() {
        PromiseId id = make("Send the offer", 3).id();
        jdbc.sql("update app_user set team_id = :other where id = :anna")
                .param("other", somebody.aTeam().value())
                .param("anna", anna.uuid())
                .update();

        assertThat(jdbc.sql(
                                "select p.team_id <> c.team_id from promise p join contact c on c.id = p.contact_id where p.id = :id")
                        .param("id", id.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void lateIsNotBroken() {
        PromiseView late = make("Introduce Aisha", -3);

        assertThat(late.state()).isEqualTo(State.OPEN);
        assertThat(promises.ofContact(anna, helen).broken()).isZero();
    }

    @Test
    void keptOnceAndCountedOnceHoweverOftenItIsTicked() {
        PromiseId id = make("Send the offer", 3).id();
        UUID first = outcome(promises.keep(anna, id));

        assertThat(outcome(promises.keep(anna, id))).isEqualTo(first);
        assertThat(promises.ofContact(anna, helen).kept()).isEqualTo(1);
        assertThat(promises.ofContact(anna, helen).open()).isEmpty();
    }

    @Test
    void everyOutcomeCanBeTakenBack() {
        PromiseId id = make("Send the offer", -3).id();
        LocalDate due = promises.find(anna, id).due();

        promises.takeBack(anna, id, outcome(promises.keep(anna, id)));
        assertThat(promises.find(anna, id).state()).isEqualTo(State.OPEN);

        promises.takeBack(anna, id, outcome(promises.giveUp(anna, id)));
        assertThat(promises.find(anna, id).state()).isEqualTo(State.OPEN);

        promises.takeBack(anna, id, outcome(promises.moveTo(anna, id, TODAY.plusDays(9))));
        assertThat(promises.find(anna, id).due()).isEqualTo(due);
    }

    @Test
    void onlyTheNewestOutcomeCanBeTakenBack() {
        PromiseId id = make("Send the offer", 3).id();
        UUID kept = outcome(promises.keep(anna, id));
        promises.reopen(anna, id);

        assertThatThrownBy(() -> promises.takeBack(anna, id, kept)).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void movesToADayAheadOnlyAndOnlyWhileOpen() {
        PromiseId id = make("Send the offer", -3).id();

        assertThatThrownBy(() -> promises.moveTo(anna, id, TODAY.minusDays(2))).isInstanceOf(RuleRefused.class);
        assertThat(promises.moveTo(anna, id, TODAY.plusDays(2)).due()).isEqualTo(TODAY.plusDays(2));
        promises.keep(anna, id);
        assertThatThrownBy(() -> promises.moveTo(anna, id, TODAY.plusDays(5))).isInstanceOf(RuleRefused.class);
    }

    @Test
    void isRewordedWhileOpenByWhoSawTheNewestWords() {
        PromiseView promise = make("Send the ofer", 3);
        promises.reword(anna, new RewordPromise(promise.id(), "Send the offer", promise.version()));

        assertThat(promises.find(anna, promise.id()).words()).isEqualTo("Send the offer");
        assertThatThrownBy(() ->
                        promises.reword(anna, new RewordPromise(promise.id(), "Send an offer", promise.version())))
                .isInstanceOf(ChangedMeanwhile.class);
        promises.giveUp(anna, promise.id());
        int version = promises.find(anna, promise.id()).version();
        assertThatThrownBy(() -> promises.reword(anna, new RewordPromise(promise.id(), "Nothing", version)))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void isNotPromisedForAnotherCentury() {
        assertThatThrownBy(() -> make("Send the offer", 365 * 11)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> make("Send the offer", -400)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void pointsToTheTurnItWasSaidInWhereOneMayLook() {
        UUID call = happened.spoke(anna, helen, "they");
        UUID turn = happened.heard(call, helen);
        PromiseId id = new PromiseId(Ids.next());
        PromiseView said = promises.make(
                anna,
                MakePromise.ours(id, helen, "Send the offer", TODAY)
                        .saidIn(new TurnId(turn))
                        .asNextStepOf(new ConversationId(call)));

        assertThat(said.turnHref()).isEqualTo("/conversations/" + call + "#t1");
        assertThat(nextSteps(call)).containsExactly(id.value());
    }

    @Test
    void cannotBeHungOnSomebodyElsesTurn() {
        Viewer stranger = somebody.whoSells();
        ContactId theirs = happened.met(stranger);
        UUID call = happened.spoke(stranger, theirs, "they");
        UUID turn = happened.heard(call, theirs);
        var promise = MakePromise.ours(new PromiseId(Ids.next()), helen, "Send the offer", TODAY);

        assertThatThrownBy(() -> promises.make(anna, promise.saidIn(new TurnId(turn))))
                .isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> promises.make(anna, promise.asNextStepOf(new ConversationId(call))))
                .isInstanceOf(NotSeen.class);
        assertThat(promises.ofContact(anna, helen).open()).isEmpty();
    }

    @Test
    void whatIsDueComesLateOnesFirstPageByPage() {
        make("Third", 0);
        make("First", -9);
        promises.make(anna, MakePromise.theirs(new PromiseId(Ids.next()), helen, "Second", TODAY.minusDays(1)));
        make("Not yet", 5);
        promises.keep(anna, make("Kept", -1).id());

        KeysetPage<PromiseView> page = promises.due(anna, TODAY, null, 2);
        assertThat(page.items()).extracting(PromiseView::words).containsExactly("First", "Second");
        KeysetPage<PromiseView> rest = promises.due(anna, TODAY, page.next(), 2);
        assertThat(rest.items()).extracting(PromiseView::words).containsExactly("Third");
        assertThat(rest.next()).isNull();
        assertThat(promises.due(anna, TODAY, "nonsense", 9).items()).hasSize(3);
    }

    @Test
    void othersNeitherSeeNorSettleThem() {
        PromiseView promise = make("Send the offer", 3);

        for (Viewer outsider : List.of(somebody.whoSells(), somebody.whoAdministers())) {
            assertThatThrownBy(() -> promises.find(outsider, promise.id())).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> promises.keep(outsider, promise.id())).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> promises.reword(outsider, new RewordPromise(promise.id(), "No", 0)))
                    .isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> promises.ofContact(outsider, helen)).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() ->
                            promises.make(outsider, MakePromise.ours(new PromiseId(Ids.next()), helen, "Mine", TODAY)))
                    .isInstanceOf(NotSeen.class);
            assertThat(promises.due(outsider, TODAY.plusDays(9), null, 9).items())
                    .isEmpty();
        }
        assertThat(promises.find(anna, promise.id()).state()).isEqualTo(State.OPEN);
    }

    @Test
    void followAMergeAndComeBack() {
        ContactId twin = happened.met(anna);
        PromiseView promise = make("Send the offer", 3);

        var moved = followsMerge.follow(helen, twin);
        assertThat(promises.find(anna, promise.id()).contact()).isEqualTo(twin);

        followsMerge.goBack(helen, twin, moved);
        assertThat(promises.find(anna, promise.id()).contact()).isEqualTo(helen);
    }

    @Test
    void takingBackWaitsForWhoeverIsChangingItAndThenLooksAgain() throws Exception {
        PromiseView moved = promises.moveTo(anna, make("Send the offer", 3).id(), TODAY.plusDays(5));
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Integer> movingOn = new CompletableFuture<>();
        CompletableFuture<Void> movedOn = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(then -> {
            promises.moveTo(anna, moved.id(), TODAY.plusDays(9));
            movingOn.complete(
                    jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
            await(commit);
        }));
        Integer holding = movingOn.get(20, TimeUnit.SECONDS);
        CompletableFuture<PromiseView> takingBack =
                CompletableFuture.supplyAsync(() -> promises.takeBack(anna, moved.id(), outcome(moved)));

        untilSomebodyWaitsFor(holding, takingBack);
        commit.countDown();
        movedOn.get(20, TimeUnit.SECONDS);

        assertThatThrownBy(() -> takingBack.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(ChangedMeanwhile.class);
        assertThat(promises.find(anna, moved.id()).due()).isEqualTo(TODAY.plusDays(9));
    }

    private void untilSomebodyWaitsFor(Integer holding, CompletableFuture<?> doing) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!jdbc.sql(
                        "select exists (select from pg_locks where not granted and :holding = any (pg_blocking_pids(pid)))")
                .param("holding", holding)
                .query(Boolean.class)
                .single()) {
            assertThat(doing).as("waits for the other").isNotDone();
            assertThat(System.nanoTime()).as("waits in time").isLessThan(end);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<UUID> nextSteps(UUID conversation) {
        return jdbc.sql("select id from promise where conversation_id = :conversation and next_step")
                .param("conversation", conversation)
                .query(UUID.class)
                .list();
    }

    private PromiseView make(String words, int inDays) {
        return promises.make(anna, MakePromise.ours(new PromiseId(Ids.next()), helen, words, TODAY.plusDays(inDays)));
    }

    private static UUID outcome(PromiseView promise) {
        return Objects.requireNonNull(promise.outcome()).id();
    }
}
