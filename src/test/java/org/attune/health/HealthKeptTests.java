package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.TestDatabase;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnEdits;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.people.Rhythm;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AttuneTest
class HealthKeptTests {

    @Autowired
    private Healths healths;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Merges merges;

    @Autowired
    private Promises promises;

    @Autowired
    private TurnEdits edits;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyOneKnows() {
        anna = somebody.whoSells();
        helen = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt").every(new Rhythm(10, 30)));
    }

    @Test
    void isUnknownUntilTheySaidSomethingInThreeConversations() {
        assertThat(kept()).containsEntry("band", "unknown").containsEntry("two_way", 0);

        talk();
        talk();
        assertThat(healths.of(anna, helen).orElseThrow()).satisfies(view -> {
            assertThat(view.band()).isEqualTo(Band.UNKNOWN);
            assertThat(view.missing()).isEqualTo(1);
        });

        talk();
        assertThat(kept()).containsEntry("two_way", 3).containsEntry("band", "thriving");
        HealthView view = healths.of(anna, helen).orElseThrow();
        assertThat(view.score()).isEqualTo(kept().get("score"));
        assertThat(view.part(Factor.RHYTHM).value()).isEqualTo(100);
        assertThat(history()).hasSize(1);
    }

    @Test
    void whatChangesInOneTransactionIsReckonedOnceAtItsEnd() {
        talk();
        int one = Statements.during(() -> transaction.executeWithoutResult(tx -> promised()));
        int two = Statements.during(() -> transaction.executeWithoutResult(tx -> {
            promised();
            promised();
        }));
        int alone = Statements.during(() -> transaction.executeWithoutResult(tx -> {
            promised();
            tx.setRollbackOnly();
        }));

        assertThat(one - alone).as("lock, gather, write, and where they stand").isEqualTo(4);
        assertThat(two - 2 * alone).isLessThanOrEqualTo(4);
    }

    @Test
    void whoSaysMoreOnTheSameDayIsAsTheyWereAndNothingIsReckonedAnew() {
        talk();
        talk();
        ConversationId talk = scene.begun(anna, helen);
        int first = Statements.during(() -> scene.heard(anna, talk, helen, "Half of it is lost."));
        Map<String, Object> before = kept();
        int more = Statements.during(() -> scene.heard(anna, talk, helen, "And on Fridays all of it."));
        int ours = Statements.during(() -> scene.told(anna, talk, "We listen."));
        int oursAgain = Statements.during(() -> scene.told(anna, talk, "We still do."));

        assertThat(before).containsEntry("two_way", 3);
        assertThat(first - more).as("gather, write, and where they stand").isEqualTo(3);
        assertThat(ours - oursAgain).isEqualTo(3);
        assertThat(kept()).isEqualTo(before);
        assertThat(healths.of(anna, helen).orElseThrow().score()).isEqualTo(before.get("score"));
    }

    @Test
    void aQuestionOfTheirsAndADayNobodyReckonedYetAreMoreThanAnotherSentence() {
        talk();
        ConversationId talk = scene.begun(anna, helen);
        scene.heard(anna, talk, helen, "Half of it is lost.");
        int more = Statements.during(() -> scene.heard(anna, talk, helen, "All of it."));
        int question = Statements.during(() -> scene.heard(anna, talk, helen, "And now?", Mark.THEIR_QUESTION));
        jdbc.sql("update contact_health set day = day - 1 where contact_id = :id")
                .param("id", helen.value())
                .update();
        int nextDay = Statements.during(() -> scene.heard(anna, talk, helen, "Still lost."));

        assertThat(question).isGreaterThan(more + 2);
        assertThat(nextDay - more).isEqualTo(3);
    }

    @Test
    void whatIsPrivateCountsAndIsNotPointedAtForOthers() {
        Viewer boris = somebody.whoSells();
        scene.companion(helen, boris);
        for (int n = 0; n < 3; n++) {
            ConversationId talk = scene.begun(anna, Visibility.PRIVATE, helen);
            scene.heard(anna, talk, helen, "Half of it is lost.");
        }

        HealthView own = healths.of(anna, helen).orElseThrow();
        HealthView others = healths.of(boris, helen).orElseThrow();
        assertThat(others.score()).isEqualTo(own.score());
        assertThat(own.part(Factor.RHYTHM).reasons().get(0).behind()).isNotNull();
        assertThat(others.part(Factor.RHYTHM).reasons().get(0).behind()).isNull();
        assertThat(healths.of(somebody.whoSells(), helen)).isEmpty();
    }

    @Test
    void aMergeTakesAlongWhatWasSaidAndUndoingItGivesItBack() {
        ContactId twin = acquaintances.of(anna);
        talk();
        talk();
        talkWith(twin);
        MergeContacts merge = new MergeContacts(
                Ids.next(),
                helen,
                twin,
                contacts.page(anna, helen).version(),
                contacts.page(anna, twin).version(),
                Set.of());

        merges.merge(anna, merge);
        assertThat(kept()).containsEntry("two_way", 3);
        assertThat(rows("contact_health", twin)).isEmpty();
        assertThat(rows("health_history", twin)).last().satisfies(row -> assertThat(row)
                .containsEntry("team_id", null));

        merges.undo(anna, merge.id());
        assertThat(kept()).containsEntry("two_way", 2);
        assertThat(rows("contact_health", twin)).hasSize(1);
        assertThat(rows("health_history", twin)).last().satisfies(row -> assertThat(row.get("team_id"))
                .isNotNull());
    }

    @Test
    void whoIsArchivedCountsNowhereAndWhoIsRestoredDoesAgain() {
        contacts.archive(anna, helen);
        assertThat(history()).last().satisfies(row -> assertThat(row).containsEntry("team_id", null));

        contacts.restore(anna, helen);
        assertThat(history()).last().satisfies(row -> assertThat(row.get("team_id"))
                .isNotNull());
    }

    @Test
    void nothingIsKeptOfWhoWasErased() throws SQLException {
        talk();
        try (Connection owner = TestDatabase.shared().connectionAsOwner();
                PreparedStatement erasing = owner.prepareStatement("select erase_of_health(array[?::uuid], '')")) {
            erasing.setObject(1, helen.value());
            erasing.execute();
        }

        assertThat(rows("contact_health", helen)).isEmpty();
        assertThat(history()).isEmpty();
    }

    @Test
    void aWithdrawnTurnCountsNoLonger() {
        talk();
        talk();
        ConversationId talk = scene.begun(anna, helen);
        TurnId turn = scene.heard(anna, talk, helen, "Half of it is lost.");
        assertThat(kept()).containsEntry("two_way", 3);

        edits.withdraw(anna, turn);
        assertThat(kept()).containsEntry("two_way", 2).containsEntry("band", "unknown");
    }

    private void promised() {
        promises.make(
                anna,
                MakePromise.ours(
                        new PromiseId(Ids.next()),
                        helen,
                        "Send the list",
                        LocalDate.now().plusDays(3)));
    }

    private void talk() {
        talkWith(helen);
    }

    private void talkWith(ContactId contact) {
        ConversationId talk = scene.begun(anna, contact);
        scene.heard(anna, talk, contact, "Half of it is lost.");
    }

    private List<Map<String, Object>> rows(String table, ContactId contact) {
        return jdbc.sql("select * from " + table + " where contact_id = :id order by day")
                .param("id", contact.value())
                .query()
                .listOfRows();
    }

    private Map<String, Object> kept() {
        return jdbc.sql("select * from contact_health where contact_id = :id")
                .param("id", helen.value())
                .query()
                .singleRow();
    }

    private List<Map<String, Object>> history() {
        return rows("health_history", helen);
    }
}
