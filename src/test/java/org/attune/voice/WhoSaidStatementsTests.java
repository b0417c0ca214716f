package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.TestDatabase;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.TurnEdits;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who said what was put, and whose contact they are, is kept as it would be found in all that was said. */
@AttuneTest
class WhoSaidStatementsTests {

    private static final String FOUND = """
            select distinct x.statement_id, c.id, c.owner_id
              from statement_turn x join turn t on t.id = x.turn_id join contact c on c.id = t.speaker_id
             where x.statement_id = ?""";

    private static final String KEPT =
            "select statement_id, contact_id, owner_id from statement_said where statement_id = ?";

    @Autowired
    private StatementScene voiced;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Statements statements;

    @Autowired
    private Tellings tellings;

    @Autowired
    private TurnEdits edits;

    @Autowired
    private Merges merges;

    @Autowired
    private WhoSaidStatements said;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer anna;
    private ContactId helen;
    private ContactId petra;
    private TurnId fromHelen;
    private UUID statement;

    @BeforeEach
    void twoOfThemSaidIt() {
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
        helen = scene.contactOf(anna, "Helen", "Brandt");
        petra = scene.contactOf(anna, "Petra", "Brandt");
        voiced.answersFor(Addressee.PRODUCT, anna);
        ConversationId talk = scene.begun(anna, Visibility.ALL, helen, petra);
        fromHelen = scene.heard(anna, talk, helen, "Half of it is typed twice.");
        TurnId fromPetra = scene.heard(anna, talk, petra, "Twice, and by hand.");
        statement = Ids.next();
        statements.put(
                anna,
                new PutStatement(
                        statement, Addressee.PRODUCT, "It is typed twice", null, Set.of(fromHelen, fromPetra)));
    }

    @Test
    void whoeverSaidIt() {
        assertThat(people()).containsExactlyInAnyOrder(helen.value(), petra.value());
        holds();
    }

    @Test
    void notWhoeverWasTakenForItByMistake() {
        jdbc.sql("update turn set speaker_id = ? where id = ?")
                .params(petra.value(), fromHelen.value())
                .update();

        assertThat(people()).containsExactly(petra.value());
        holds();
    }

    @Test
    void notWhoseWordsWereWithdrawn() {
        edits.withdraw(anna, fromHelen);

        assertThat(people()).containsExactly(petra.value());
        holds();
    }

    @Test
    void whoWasMergedIsWhomTheyAreNow() {
        merges.merge(anna, new MergeContacts(Ids.next(), petra, helen, 0, 0, Set.of()));

        assertThat(people()).containsExactly(petra.value());
        holds();
    }

    @Test
    void whomToTellFollowsWhoseContactTheyAre() {
        Viewer ben = somebody.whoSells(team);
        voiced.answered(anna, statement);
        assertThat(tellings.waiting(anna, 6)).hasSize(2);

        jdbc.sql("update contact set owner_id = ? where id = ?")
                .params(ben.uuid(), helen.value())
                .update();

        assertThat(tellings.waiting(anna, 6)).extracting(ToTell::contact).containsExactly(petra);
        assertThat(tellings.waiting(ben, 6)).extracting(ToTell::contact).containsExactly(helen);
        holds();
    }

    @Test
    void madeAnewItIsTheSame() throws SQLException {
        List<List<Object>> before = rows(KEPT);
        try (Connection owner = TestDatabase.shared().owner().open();
                Statement broken = owner.createStatement()) {
            broken.execute("update statement_said set owner_id = contact_id where statement_id = '" + statement + "'");
            broken.execute("delete from statement_said where contact_id = '" + petra.value() + "'");
        }
        said.rebuildAll();

        assertThat(rows(KEPT)).hasSameElementsAs(before);
        holds();
    }

    private void holds() {
        assertThat(rows(KEPT)).hasSameElementsAs(rows(FOUND)).hasSameSizeAs(rows(FOUND));
    }

    private List<UUID> people() {
        return jdbc.sql("select contact_id from statement_said where statement_id = ?")
                .param(statement)
                .query(UUID.class)
                .list();
    }

    private List<List<Object>> rows(String query) {
        return jdbc.sql(query)
                .param(statement)
                .query((row, n) -> List.<Object>of(row.getObject(1), row.getObject(2), row.getObject(3)))
                .list();
    }
}
