package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.TestDatabase;
import org.attune.Waits;
import org.attune.access.Viewer;
import org.attune.offers.OfferScene.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An offer is recorded to somebody who at this very moment becomes a colleague's: its card says whose they are afterwards. */
@AttuneTest
class OfferMeetsHandOverTests {

    private static final String HAND_OVER =
            "update contact set owner_id = ?, team_id = (select team_id from app_user where id = ?) where id = ?";

    @Autowired
    private OfferScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Waits waits;

    @Autowired
    private JdbcClient jdbc;

    private Viewer carla;
    private Story story;

    @BeforeEach
    void somebodyWhoIsReadyForAnOffer() {
        carla = somebody.whoSells();
        story = scene.complete(somebody.whoSells());
    }

    @Test
    void whereTheOfferComesFirst() throws Exception {
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Integer> recorded = new CompletableFuture<>();
        CompletableFuture<OfferId> recording = CompletableFuture.supplyAsync(() -> transaction.execute(then -> {
            OfferId id = scene.recorded(story);
            recorded.complete(
                    jdbc.sql("select pg_backend_pid()").query(Integer.class).single());
            await(commit);
            return id;
        }));
        int holding = recorded.get(20, TimeUnit.SECONDS);
        CompletableFuture<Void> handing = CompletableFuture.runAsync(() -> {
            try (Connection connection = TestDatabase.shared().connectionAsOwner()) {
                handOver(connection);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        });

        waits.untilSomebodyWaitsFor(holding, handing);
        commit.countDown();
        handing.get(20, TimeUnit.SECONDS);

        assertThat(whoseIsTheCardOf(recording.get(20, TimeUnit.SECONDS))).isEqualTo(carla.uuid());
    }

    @Test
    void whereTheHandOverComesFirst() throws Exception {
        CompletableFuture<OfferId> recording;
        try (Connection connection = TestDatabase.shared().connectionAsOwner()) {
            connection.setAutoCommit(false);
            handOver(connection);
            recording = CompletableFuture.supplyAsync(() -> scene.recorded(story));
            waits.untilSomebodyWaitsFor(connection.unwrap(PGConnection.class).getBackendPID(), recording);
            connection.commit();
        }

        assertThat(whoseIsTheCardOf(recording.get(20, TimeUnit.SECONDS))).isEqualTo(carla.uuid());
    }

    private void handOver(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HAND_OVER)) {
            statement.setObject(1, carla.uuid());
            statement.setObject(2, carla.uuid());
            statement.setObject(3, story.helen().value());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private UUID whoseIsTheCardOf(OfferId offer) {
        return jdbc.sql("select owner_id from offer_card where offer_id = ?")
                .param(offer.value())
                .query(UUID.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
