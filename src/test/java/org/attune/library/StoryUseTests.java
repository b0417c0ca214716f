package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.TestDatabase;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** No use of a story stands without a consent, by whatever way it is written down. */
@AttuneTest
class StoryUseTests {

    @Autowired
    private StoryScene scene;

    @Autowired
    private Happened happened;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isRefusedBeforeTheyAgreed() {
        StoryScene.Told told = scene.told();
        assertThatThrownBy(() -> scene.sent(told, "now()")).hasStackTraceContaining("touch_consented");
        assertThatThrownBy(() -> scene.saidIn(told, happened.responded(told.talk(), Instant.now())))
                .hasStackTraceContaining("response_use_consented");
        scene.allow(told, Scope.WRITTEN, true);
        assertThatThrownBy(() -> scene.sent(told, "now() - interval '3 days'"))
                .hasStackTraceContaining("touch_consented");
        scene.sent(told, "now()");
        scene.saidIn(told, happened.responded(told.talk(), Instant.now()));
    }

    @Test
    void toldIsNotWritten() {
        StoryScene.Told told = scene.told();
        scene.allow(told, Scope.TOLD, false);
        assertThatThrownBy(() -> scene.sent(told, "now()")).hasStackTraceContaining("touch_scope");
        UUID response = happened.responded(told.talk(), Instant.now());
        scene.saidIn(told, response);

        jdbc.sql("update conversation set channel = 'email' where id = :id")
                .param("id", told.talk())
                .update();
        assertThatThrownBy(() -> scene.saidIn(told, happened.responded(told.talk(), Instant.now())))
                .hasStackTraceContaining("response_use_scope");
    }

    @Test
    void isOverAfterTheLastDay() {
        StoryScene.Told told = scene.told();
        LocalDate today = LocalDate.now(told.maya().zone());
        scene.allow(told, Scope.WRITTEN, false, today.minusDays(10), today.minusDays(5));
        scene.sent(told, "now() - interval '7 days'");
        assertThatThrownBy(() -> scene.sent(told, "now()")).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> stories.told(told.maya(), told.story(), StoryUse.How.TOLD))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void standsOnceItWasAllowedAndIsRefusedAfterAWithdrawal() {
        StoryScene.Told told = scene.told();
        UUID consent = scene.allow(told, Scope.WRITTEN, false);
        UUID before = scene.sent(told, "now()");
        scene.withdraw(told, consent);

        assertThatThrownBy(() -> scene.sent(told, "now() + interval '1 second'"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(jdbc.sql("select consent_id from touch where id = :id")
                        .param("id", before)
                        .query(UUID.class)
                        .single())
                .isEqualTo(consent);
        StoryView story = stories.find(told.maya(), told.story());
        assertThat(story.inForce()).isNull();
        assertThat(story.withdrawn()).isNotNull();
        assertThat(story.uses()).hasSize(1);
        assertThatThrownBy(() -> stories.told(told.maya(), told.story(), StoryUse.How.TOLD))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("library.story.refused.withdrawn"));

        scene.allow(told, Scope.TOLD, false);
        assertThat(stories.told(told.maya(), told.story(), StoryUse.How.TOLD).title())
                .isEqualTo("Month end in a day");
    }

    /** What was noted with a clock ahead of ours does not keep anybody from withdrawing. */
    @Test
    void aWithdrawalIsNeverInTheWayOfWhatWasSaid() {
        StoryScene.Told told = scene.told();
        UUID consent = scene.allow(told, Scope.WRITTEN, false);
        scene.sent(told, "now() + interval '4 minutes'");
        scene.withdraw(told, consent);
        assertThat(stories.find(told.maya(), told.story()).withdrawn()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update story_consent set given_on = given_on - 100 where id = :id",
                "update story_consent set scope = 'written' where id = :id",
                "update story_consent set named = true where id = :id",
                "update story_consent set until = null where id = :id",
                "update story_consent set allows_from = allows_from - interval '1 year' where id = :id",
                "update story_consent set ended_at = null, withdrawn_on = null, withdrawn_by = null where id = :id and given_on is null",
                "delete from story_consent where id = :id",
                "alter table story_consent disable row level security",
            })
    void aConsentIsWhatTheySaid(String statement) {
        StoryScene.Told told = scene.told();
        UUID consent = scene.allow(told, Scope.TOLD, false);
        if (statement.contains("given_on is null")) {
            scene.withdraw(told, consent);
            assertThat(jdbc.sql("update story_consent set ended_at = null where id = :id")
                            .param("id", consent)
                            .update())
                    .as("what has ended is no row that can be changed")
                    .isZero();
            return;
        }
        assertThatThrownBy(() -> jdbc.sql(statement).param("id", consent).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void aUseCannotBeMovedToAnotherConsent() {
        StoryScene.Told told = scene.told();
        UUID consent = scene.allow(told, Scope.WRITTEN, false);
        UUID touch = scene.sent(told, "now()");
        scene.withdraw(told, consent);
        for (String statement : new String[] {
            "update touch set consent_to = 'infinity' where id = :id",
            "update touch set happened_at = now() + interval '1 hour' where id = :id",
            "update touch set consent_id = null where id = :id",
        }) {
            assertThatThrownBy(() -> jdbc.sql(statement).param("id", touch).update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    /** Both at the same moment: whoever comes second waits for the first, and then either stands before or is refused. */
    @Test
    void aWithdrawalWaitsForWhoeverIsUsingTheStory() throws Exception {
        StoryScene.Told told = scene.told();
        UUID consent = scene.allow(told, Scope.WRITTEN, false);
        CompletableFuture<Void> withdrawal;
        try (Connection using = TestDatabase.shared().connectionAsApplication()) {
            using.setAutoCommit(false);
            UUID touch = sentOver(using, told);
            withdrawal = CompletableFuture.runAsync(() -> scene.withdraw(told, consent));
            waitsForALock();
            assertThat(withdrawal).isNotDone();
            using.commit();
            withdrawal.get(20, TimeUnit.SECONDS);
            assertThat(stories.find(told.maya(), told.story()).uses()).hasSize(1);
            assertThat(touch).isNotNull();
        }
    }

    @Test
    void aUseWaitsForAWithdrawalAndIsRefused() throws Exception {
        StoryScene.Told told = scene.told();
        UUID consent = scene.allow(told, Scope.WRITTEN, false);
        try (Connection withdrawing = TestDatabase.shared().connectionAsApplication()) {
            withdrawing.setAutoCommit(false);
            over(withdrawing)
                    .sql(
                            "update story_consent set withdrawn_on = current_date, withdrawn_at = now(), withdrawn_by = :by,"
                                    + " ended_at = now() where id = :id")
                    .param("by", told.maya().uuid())
                    .param("id", consent)
                    .update();
            CompletableFuture<UUID> use = CompletableFuture.supplyAsync(() -> scene.sent(told, "now()"));
            waitsForALock();
            assertThat(use).isNotDone();
            withdrawing.commit();
            assertThatThrownBy(() -> use.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(stories.find(told.maya(), told.story()).uses()).isEmpty();
    }

    private static JdbcClient over(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static UUID sentOver(Connection connection, StoryScene.Told told) throws SQLException {
        UUID id = UUID.randomUUID();
        over(connection)
                .sql("""
                        insert into touch (id, contact_id, team_id, kind, hat, happened_at, noted_by, story_id)
                        select :id, c.id, c.team_id, 'story', 'marketing', now(), :by, :story from contact c where c.id = :contact""")
                .param("id", id)
                .param("by", told.maya().uuid())
                .param("story", told.story().value())
                .param("contact", told.helen().value())
                .update();
        return id;
    }

    private void waitsForALock() {
        Instant until = Instant.now().plusSeconds(15);
        while (Instant.now().isBefore(until)) {
            boolean waits = jdbc.sql("""
                            select exists (select from pg_stat_activity
                                            where wait_event_type = 'Lock' and datname = current_database())""").query(Boolean.class).single();
            if (waits) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waited");
    }
}
