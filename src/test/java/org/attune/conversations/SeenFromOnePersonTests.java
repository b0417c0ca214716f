package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be read is the same, whether it is asked from the turns or from one person. */
@AttuneTest
class SeenFromOnePersonTests {

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Marks marks;

    @Autowired
    private JdbcClient jdbc;

    private Viewer owner;
    private Viewer teammate;
    private Viewer manager;
    private Viewer companion;
    private Viewer stranger;
    private ContactId helen;
    private ContactId petra;

    @BeforeEach
    void speakWithThemInEveryWay() {
        TeamId team = somebody.aTeam();
        owner = somebody.whoSells(team);
        teammate = somebody.whoSells(team);
        manager = somebody.whoLeads(team);
        companion = somebody.whoSells();
        stranger = somebody.whoSells();
        helen = scene.contactOf(owner);
        petra = scene.contactOf(owner, "Petra", "Kühn");
        scene.companion(helen, companion);
        for (Visibility visibility : Visibility.values()) {
            ConversationId ours = scene.begun(owner, visibility, helen, petra);
            ConversationId theirs = scene.begun(companion, visibility, helen);
            TurnId quiet = scene.heard(owner, ours, helen, "I am ill.");
            marks.mark(owner, quiet, Mark.SENSITIVE);
            scene.heard(owner, ours, helen, "But the list is fine.");
            scene.heard(owner, ours, petra, "Nobody asked me.");
            scene.told(owner, ours, "We are there for you.");
            scene.heard(companion, theirs, helen, "Tell them.");
        }
    }

    @Test
    void theirTurnsAreThoseThatMayBeRead() {
        for (Viewer viewer : everybody()) {
            for (ContactId contact : List.of(helen, petra)) {
                assertThat(ids("select id from said_by(:viewer, :contact)", viewer, contact))
                        .containsExactlyInAnyOrderElementsOf(ids("""
                                select t.id from seen_turn(:viewer) t join seen_contact(:viewer) c on c.id = t.speaker_id
                                 where c.id = :contact""", viewer, contact));
            }
        }
        assertThat(ids("select id from said_by(:viewer, :contact)", owner, helen))
                .hasSize(2 * 3 + 2);
        assertThat(ids("select id from said_by(:viewer, :contact)", stranger, helen))
                .isEmpty();
    }

    @Test
    void theirConversationsAreThoseThatMayBeReadOrNoticed() {
        for (Viewer viewer : everybody()) {
            for (ContactId contact : List.of(helen, petra)) {
                assertSame("seen_with", "seen_conversation", viewer, contact);
                assertSame("noticed_with", "noticed_conversation", viewer, contact);
            }
        }
        assertThat(ids("select id from seen_with(:viewer, :contact)", companion, helen))
                .hasSize(5);
        assertThat(ids("select id from noticed_with(:viewer, :contact)", companion, helen))
                .hasSize(6);
    }

    private void assertSame(String fromThem, String fromAll, Viewer viewer, ContactId contact) {
        assertThat(ids("select id from %s(:viewer, :contact)".formatted(fromThem), viewer, contact))
                .containsExactlyInAnyOrderElementsOf(ids("""
                        select v.id from %s(:viewer) v join participant p on p.conversation_id = v.id
                          join seen_contact(:viewer) c on c.id = p.contact_id where c.id = :contact""".formatted(fromAll), viewer, contact));
    }

    private List<Viewer> everybody() {
        return List.of(owner, teammate, manager, companion, stranger);
    }

    private List<UUID> ids(String sql, Viewer viewer, ContactId contact) {
        return jdbc.sql(sql)
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query(UUID.class)
                .list();
    }
}
