package org.attune.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.correspondence.LetterState;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ManyIds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Touches as rows. What one is about is named only where the viewer sees that as well. */
@Component
class TouchRows {

    private static final String VIEW = """
            select h.*, u.name as by_name, h.noted_by = :viewer as mine, a.about_id, a.about_name, a.about_path, t.href as asked_at,
                   l.subject, l.state as letter_state, coalesce(l.ended_at, l.written_at) as letter_at, l.obstacle,
                   (select v.id from seen_conversation(:viewer) v where v.id = h.conversation_id) as opened
              from seen_contact(:viewer) c
              join touch h on h.contact_id = c.id
              join app_user u on u.id = h.noted_by
              left join letter l on l.id = h.id
              left join lateral (
                select v.id as about_id, m.title as about_name,
                       '/library/materials/' || m.id || '/versions/' || v.number as about_path
                  from material_version v join material m on m.id = v.material_id
                 where h.material_version_id is not null and v.id = h.material_version_id
                union all
                select s.id, (select d.title from tended_story(:viewer) d where d.id = s.id), '/library/stories/' || s.id
                  from seen_story(:viewer) s
                 where h.story_id is not null and s.id = h.story_id
                union all
                select o.id, o.name, '/contacts/' || o.id from seen_contact(:viewer) o
                 where h.introduced_id is not null and o.id = h.introduced_id) a on true
              left join lateral (
                select '/conversations/' || t.conversation_id || '#t' || t.seq as href from seen_turn(:viewer) t
                 where h.asked_turn is not null and t.id = h.asked_turn) t on true
            """;

    private final JdbcClient jdbc;
    private final ContactSight sight;

    TouchRows(JdbcClient jdbc, ContactSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    Optional<TouchView> find(Viewer viewer, UUID id) {
        return jdbc.sql(VIEW + "where h.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id)
                .query(TouchRows::view)
                .optional();
    }

    List<TouchView> among(Viewer viewer, List<UUID> ids) {
        return jdbc.sql(VIEW + "where h.id = any (:ids::uuid[])")
                .param("viewer", viewer.uuid())
                .param("ids", ManyIds.of(ids))
                .query(TouchRows::view)
                .list();
    }

    List<TouchView> together(Viewer viewer, UUID together) {
        return jdbc.sql(VIEW + "where h.together_id = :together order by h.id")
                .param("viewer", viewer.uuid())
                .param("together", together)
                .query(TouchRows::view)
                .list();
    }

    List<TouchView> ofContact(Viewer viewer, ContactId contact, int atMost) {
        return jdbc.sql(VIEW + "where c.id = :contact order by h.happened_at desc, h.id desc limit :most")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("most", atMost)
                .query(TouchRows::view)
                .list();
    }

    /** Whether it is new here. */
    boolean insert(Viewer viewer, NoteTouch touch, Instant now) {
        Given given = touch.given();
        Instant happened = touch.happenedAt() == null ? now : touch.happenedAt();
        return jdbc.sql("""
                        insert into touch (id, contact_id, team_id, kind, asked_for, hat, words, happened_at, noted_by, noted_at,
                                           material_version_id, story_id, introduced_id, asked_turn, together_id)
                        values (:id, :contact, :team, :kind, :asked, :hat, :words, :happened, :by, :now,
                                :material, :story, :introduced, :turn, :together)
                        on conflict (id) do nothing
                        """)
                        .param("id", touch.id())
                        .param("contact", touch.contact().value())
                        .param("team", sight.teamOf(touch.contact()).value())
                        .param("kind", touch.kind().word())
                        .param("asked", touch.askedFor())
                        .param("hat", viewer.hat().name().toLowerCase(Locale.ROOT))
                        .param("words", touch.words())
                        .param("happened", Timestamp.from(happened))
                        .param("by", viewer.uuid())
                        .param("now", Timestamp.from(now))
                        .param("material", given.material())
                        .param("story", given.story())
                        .param(
                                "introduced",
                                given.introduced() == null
                                        ? null
                                        : given.introduced().value())
                        .param(
                                "turn",
                                given.askedTurn() == null
                                        ? null
                                        : given.askedTurn().value())
                        .param("together", given.together())
                        .update()
                == 1;
    }

    private static TouchView view(ResultSet row, int n) throws SQLException {
        UUID about = row.getObject("about_id", UUID.class);
        UUID opened = row.getObject("opened", UUID.class);
        return new TouchView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                TouchKind.of(row.getString("kind")),
                row.getBoolean("asked_for"),
                Hat.valueOf(row.getString("hat").toUpperCase(Locale.ROOT)),
                row.getString("words"),
                Reaction.of(row.getString("reaction")),
                row.getString("reaction_words"),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("by_name"),
                row.getBoolean("mine"),
                about == null
                        ? null
                        : new TouchView.About(about, row.getString("about_name"), row.getString("about_path")),
                row.getString("asked_at"),
                opened == null ? null : new ConversationId(opened),
                row.getObject("together_id", UUID.class),
                letter(row));
    }

    private static TouchView.@Nullable Letter letter(ResultSet row) throws SQLException {
        String state = row.getString("letter_state");
        return state == null
                ? null
                : new TouchView.Letter(
                        row.getString("subject"),
                        LetterState.of(state),
                        row.getTimestamp("letter_at").toInstant(),
                        row.getString("obstacle"));
    }
}
