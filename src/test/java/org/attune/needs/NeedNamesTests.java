package org.attune.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.TestDatabase;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a need is called, and for whom, is kept as search would find it by asking everybody. */
@AttuneTest
class NeedNamesTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private Needs needs;

    @Autowired
    private Merges merges;

    @Autowired
    private NeedNames names;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer maya;
    private ContactId petra;
    private NeedId need;

    @BeforeEach
    void somebodyHasAProblem() {
        team = somebody.aTeam();
        maya = somebody.whoSells(team);
        petra = Talk.contact(jdbc, maya, "Petra");
        TurnId said = Talk.with(jdbc, maya, petra).heard(petra, "The surcharges are on my list.");
        need = needs.note(
                maya,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        said,
                        NeedKind.PROBLEM,
                        "Über surcharges",
                        null,
                        Set.of(PersonRole.HAS_PROBLEM)));
    }

    @Test
    void whatItIsCalledAndWhoseItIs() {
        assertThat(name()).isEqualTo("uber surcharges");
        assertThat(whose()).containsExactlyInAnyOrder(petra.value(), maya.uuid(), team.value());
    }

    @Test
    void whatItIsCalledNow() {
        jdbc.sql("update need set title = 'Billing' where id = ?")
                .param(need.value())
                .update();

        assertThat(name()).isEqualTo("billing");
    }

    @Test
    void whoeverElseHasItAndNobodyWhoHasNot() {
        Viewer ben = somebody.whoSells();
        ContactId otto = Talk.contact(jdbc, ben, "Otto");
        jdbc.sql("insert into need_person (need_id, contact_id, pays) values (?, ?, true)")
                .params(need.value(), otto.value())
                .update();
        assertThat(whose()).contains(otto.value(), ben.uuid()).hasSize(6);

        jdbc.sql("delete from need_person where contact_id = ?")
                .param(otto.value())
                .update();
        assertThat(whose()).containsExactlyInAnyOrder(petra.value(), maya.uuid(), team.value());
    }

    @Test
    void whoseContactTheyAreNow() {
        Viewer ben = somebody.whoSells();
        jdbc.sql(
                        "update contact set owner_id = u.id, team_id = u.team_id from app_user u where u.id = ? and contact.id = ?")
                .params(ben.uuid(), petra.value())
                .update();

        assertThat(whose()).contains(ben.uuid(), petra.value()).doesNotContain(maya.uuid(), team.value());
    }

    @Test
    void whoWasMergedIsWhomTheyAreNow() {
        ContactId kept = Talk.contact(jdbc, maya, "Petra Kühn");
        merges.merge(maya, new MergeContacts(Ids.next(), kept, petra, 0, 0, Set.of()));

        assertThat(whose()).contains(kept.value()).doesNotContain(petra.value());
    }

    @Test
    void madeAnewItIsTheSame() throws SQLException {
        Set<UUID> before = whose();
        try (Connection owner = TestDatabase.shared().owner().open();
                Statement broken = owner.createStatement()) {
            broken.execute("update need_name set name = 'x', whose = '{}' where need_id = '" + need.value() + "'");
        }

        assertThat(names.rebuildAll()).isPositive();

        assertThat(name()).isEqualTo("uber surcharges");
        assertThat(whose()).isEqualTo(before);
    }

    private String name() {
        return jdbc.sql("select name from need_name where need_id = ?")
                .param(need.value())
                .query(String.class)
                .single();
    }

    private Set<UUID> whose() {
        return jdbc.sql("select whose from need_name where need_id = ?")
                .param(need.value())
                .query((row, n) ->
                        Set.copyOf(Arrays.asList((UUID[]) row.getArray(1).getArray())))
                .single();
    }
}
