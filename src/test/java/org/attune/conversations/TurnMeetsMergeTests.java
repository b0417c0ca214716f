package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.TestDatabase;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody writes down what a person said while somebody else finds out that this person is here twice. */
@AttuneTest
class TurnMeetsMergeTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private ConversationsSeen seen;

    @Autowired
    private Turns turns;

    @Autowired
    private TurnsSeen turnsSeen;

    @Autowired
    private Merges merges;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;
    private ContactId helene;
    private ConversationId talk;

    @BeforeEach
    void oneWhoIsThereTwice() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna, "Helen", "Brandt");
        helene = scene.contactOf(anna, "Helene", "Brandt");
        talk = scene.begun(anna, helene);
    }

    @Test
    void aTurnThatComesWhileItsSpeakerIsMergedIsSaidByTheOneWhoIsKept() throws Exception {
        TurnId turn = new TurnId(Ids.next());

        MvcTestResult answer = whileMerging(() -> posted(turn, talk, "Every Friday, by hand."));

        assertThat(answer).hasStatus3xxRedirection();
        assertThat(turnsSeen.find(anna, turn).orElseThrow().speaker()).isEqualTo(helen);
        assertThat(posted(turn, talk, "Every Friday, by hand.")).hasStatus3xxRedirection();
        assertThat(seen.find(anna, talk).heardTurns()).isEqualTo(1);
    }

    @Test
    void soItIsWhereBothWereInTheConversation() throws Exception {
        ConversationId both = scene.begun(anna, helen, helene);
        TurnId turn = new TurnId(Ids.next());

        MvcTestResult answer = whileMerging(() -> posted(turn, both, "Every Friday, by hand."));

        assertThat(answer).hasStatus3xxRedirection();
        assertThat(turnsSeen.find(anna, turn).orElseThrow().speaker()).isEqualTo(helen);
    }

    @Test
    void aConversationInWhichBothWereGoesOnAfterTheMerge() {
        ConversationId both = scene.begun(anna, helen, helene);
        merges.merge(anna, merge());

        scene.told(anna, both, "Then I’ll ask for both of you.");
        scene.heard(anna, both, helen, "There was only ever one of me.");

        assertThat(seen.find(anna, both).lastSeq()).isEqualTo(2);
    }

    @Test
    void aMergeThatComesWhileATurnIsLoggedTakesItAlong() throws Exception {
        TurnId turn = new TurnId(Ids.next());
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Integer> logging = new CompletableFuture<>();
        CompletableFuture<Void> logged = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(then -> {
            turns.log(anna, LogTurn.heard(turn, talk, helene, Exactness.WORD_FOR_WORD, "Every Friday."));
            logging.complete(backend());
            await(commit);
        }));
        Integer holding = logging.get(20, TimeUnit.SECONDS);
        CompletableFuture<Void> merging = CompletableFuture.runAsync(() -> merges.merge(anna, merge()));

        untilSomebodyWaitsFor(holding, merging);
        commit.countDown();
        logged.get(20, TimeUnit.SECONDS);
        merging.get(20, TimeUnit.SECONDS);

        assertThat(turnsSeen.find(anna, turn).orElseThrow().speaker()).isEqualTo(helen);
    }

    @Test
    void whoeverIsFirstEveryTurnIsKeptOnce() throws Exception {
        for (int round = 0; round < 15; round++) {
            oneWhoIsThereTwice();
            CyclicBarrier together = new CyclicBarrier(3);
            List<CompletableFuture<MvcTestResult>> logging = new ArrayList<>();
            for (int n = 0; n < 2; n++) {
                String words = "Number " + n;
                logging.add(CompletableFuture.supplyAsync(() -> {
                    await(together);
                    return posted(new TurnId(Ids.next()), talk, words);
                }));
            }
            await(together);
            merges.merge(anna, merge());

            for (CompletableFuture<MvcTestResult> answer : logging) {
                assertThat(answer.get(20, TimeUnit.SECONDS)).hasStatus3xxRedirection();
            }
            assertThat(turnsSeen.page(anna, talk, null, 10).turns())
                    .hasSize(2)
                    .allSatisfy(turn -> assertThat(turn.speaker()).isEqualTo(helen));
        }
    }

    /**
     * Two wait for each other. PostgreSQL gives up whoever first finds that out, each looking once, a while after it began
     * to wait: so the other one must have begun to wait earlier, and not look at all.
     */
    @Test
    void whoWouldWaitForEverIsAskedToSendItAgain() throws Exception {
        TurnId turn = new TurnId(Ids.next());
        CompletableFuture<MvcTestResult> answer;

        try (Connection door = owner();
                Connection other = owner()) {
            locked(
                    door,
                    "select from participant where conversation_id = ? and contact_id = ? for update",
                    talk.value(),
                    helene.value());
            run(other, "set local deadlock_timeout = '1h'");
            locked(other, "select from contact_card where contact_id = ? for update", helene.value());
            answer = CompletableFuture.supplyAsync(() -> posted(turn, talk, "Every Friday, by hand."));
            untilSomebodyWaitsFor(backend(door), answer);
            int waiting = backend(other);
            CompletableFuture<Void> crossing = CompletableFuture.runAsync(
                    () -> locked(other, "select from conversation where id = ? for update", talk.value()));
            untilItWaits(waiting, crossing);
            door.rollback();
            crossing.get(20, TimeUnit.SECONDS);
            other.rollback();
        }

        assertThat(answer.get(20, TimeUnit.SECONDS))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Every Friday, by hand.");
        assertThat(posted(turn, talk, "Every Friday, by hand.")).hasStatus3xxRedirection();
    }

    private MvcTestResult posted(TurnId turn, ConversationId conversation, String words) {
        return mvc.post()
                .uri("/conversations/{id}/turns", conversation.value())
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .param("id", turn.value().toString())
                .param("move", "listen")
                .param("speaker", helene.value().toString())
                .param("how", "word_for_word")
                .param("text", words)
                .exchange();
    }

    private MergeContacts merge() {
        return new MergeContacts(Ids.next(), helen, helene, 0, 0, Set.of());
    }

    /** Lets it begin when everything is merged but nothing committed, and commits once it waits. */
    private <T> T whileMerging(Supplier<T> meanwhile) throws Exception {
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Integer> merging = new CompletableFuture<>();
        CompletableFuture<Void> merged = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(then -> {
            merges.merge(anna, merge());
            merging.complete(backend());
            await(commit);
        }));
        Integer holding = merging.get(20, TimeUnit.SECONDS);
        CompletableFuture<T> doing = CompletableFuture.supplyAsync(meanwhile);
        untilSomebodyWaitsFor(holding, doing);
        commit.countDown();
        merged.get(20, TimeUnit.SECONDS);
        return doing.get(20, TimeUnit.SECONDS);
    }

    private Integer backend() {
        return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private void untilSomebodyWaitsFor(Integer holding, CompletableFuture<?> doing) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!somebodyWaitsFor(holding)) {
            assertThat(doing).as("waits for the other").isNotDone();
            assertThat(System.nanoTime()).as("waits in time").isLessThan(end);
        }
    }

    private void untilItWaits(int backend, CompletableFuture<?> doing) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!waits(backend)) {
            assertThat(doing).as("waits for the other").isNotDone();
            assertThat(System.nanoTime()).as("waits in time").isLessThan(end);
        }
    }

    private boolean waits(int backend) {
        return jdbc.sql("select exists (select from pg_locks where pid = :backend and not granted)")
                .param("backend", backend)
                .query(Boolean.class)
                .single();
    }

    /** Only whoever owns the database may say how long it takes to look for a deadlock. */
    private static Connection owner() throws SQLException {
        Connection connection = TestDatabase.shared().connectionAsOwner();
        connection.setAutoCommit(false);
        return connection;
    }

    private static int backend(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void locked(Connection connection, String sql, UUID... ids) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < ids.length; n++) {
                statement.setObject(n + 1, ids[n]);
            }
            assertThat(statement.executeQuery().next()).isTrue();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private boolean somebodyWaitsFor(Integer holding) {
        return jdbc.sql("""
                        select exists (select from pg_locks w
                                        where not w.granted and :holding = any (pg_blocking_pids(w.pid)))""").param("holding", holding).query(Boolean.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
