package org.attune.conversations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a conversation taught: about them, for whoever may read it; about oneself, for its author alone. */
@Component
@Transactional
public class Reflections {

    private static final int LONGEST = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Reflections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One reflection of each person on each conversation; written again, it replaces the one before. */
    public void write(
            Viewer viewer, ConversationId conversation, @Nullable String aboutThem, @Nullable String aboutMe) {
        int written = jdbc.sql("""
                        insert into reflection (conversation_id, author_id, about_them, about_me, written_at)
                        select v.id, :viewer, :them, :me, :at from seen_conversation(:viewer) v where v.id = :conversation
                        on conflict (conversation_id, author_id) do update
                           set about_them = excluded.about_them, about_me = excluded.about_me""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .param("them", Words.optional(aboutThem, LONGEST, "aboutThem"))
                .param("me", Words.optional(aboutMe, LONGEST, "aboutMe"))
                .param("at", Rows.at(clock.instant()))
                .update();
        if (written == 0) {
            throw new NotSeen("conversation " + conversation.value());
        }
    }

    /** What everybody who may read the conversation learned about them, and what the viewer learned about themselves. */
    @Transactional(readOnly = true)
    public List<ReflectionView> of(Viewer viewer, ConversationId conversation) {
        return jdbc.sql("""
                        select u.name, r.about_them, case when r.author_id = :viewer then r.about_me end as about_me, r.written_at
                          from seen_conversation(:viewer) v join reflection r on r.conversation_id = v.id
                          join app_user u on u.id = r.author_id
                         where v.id = :conversation and (r.about_them is not null or r.author_id = :viewer)
                         order by r.written_at""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .query((row, n) -> new ReflectionView(
                        row.getString("name"),
                        row.getString("about_them"),
                        row.getString("about_me"),
                        Rows.instant(row, "written_at")))
                .list();
    }

    @Transactional(readOnly = true)
    @Nullable
    String lastAboutMe(Viewer viewer, List<ContactId> people) {
        Optional<String> last = jdbc.sql("""
                        select r.about_me from reflection r
                         where r.author_id = :viewer and r.about_me is not null and r.conversation_id in (
                               select p.conversation_id from participant p join seen_contact(:viewer) c on c.id = p.contact_id
                                where p.contact_id in (:people))
                         order by r.written_at desc limit 1""")
                .param("viewer", viewer.uuid())
                .param("people", Rows.contacts(people))
                .query(String.class)
                .optional();
        return last.orElse(null);
    }
}
