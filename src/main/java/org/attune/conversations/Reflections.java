package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.attune.access.Hat;
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

    /** One reflection of each person on each conversation; what is written again replaces what stood, what is left empty stays. */
    public void write(
            Viewer viewer, ConversationId conversation, @Nullable String aboutThem, @Nullable String aboutMe) {
        int written = jdbc.sql("""
                        insert into reflection (conversation_id, author_id, about_them, about_me, written_at)
                        select v.id, :viewer, :them, :me, :at from seen_conversation(:viewer) v where v.id = :conversation
                        on conflict (conversation_id, author_id) do update
                           set about_them = coalesce(excluded.about_them, reflection.about_them),
                               about_me = coalesce(excluded.about_me, reflection.about_me)""")
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

    /** What conversations with somebody taught, under either hat. */
    @Transactional(readOnly = true)
    public Learned ofContact(Viewer viewer, ContactId contact, int atMost) {
        return learned(viewer, List.of(contact), null, atMost, atMost);
    }

    /** What somebody wrote about themselves, for their own eyes, the newest first; under either hat. */
    @Transactional(readOnly = true)
    public List<Lesson> ofOneself(Viewer viewer, int atMost) {
        return jdbc.sql("""
                        select v.id, v.hat, u.name, r.about_me as words, r.written_at
                          from reflection r join noticed_conversation(:viewer) v on v.id = r.conversation_id
                          join app_user u on u.id = r.author_id
                         where r.author_id = :viewer and r.about_me is not null
                         order by r.written_at desc, v.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("most", atMost)
                .query((row, n) -> lesson(row))
                .list();
    }

    /** What to remember before speaking with these people again: about oneself, only what was learned under this hat. */
    @Transactional(readOnly = true)
    Learned before(Viewer viewer, List<ContactId> people, Hat hat) {
        return learned(viewer, people, hat, 2, 1);
    }

    private record Read(boolean aboutMe, Lesson lesson) {}

    private Learned learned(Viewer viewer, List<ContactId> people, @Nullable Hat hat, int ofThem, int ofMe) {
        List<Read> read = jdbc.sql("""
                        with written as materialized (
                          select distinct on (r.conversation_id, r.author_id) v.hat, v.visibility <> 'private' or v.owner_id = :viewer as readable, r.*
                            from seen_contact(:viewer) c
                            join conversation_sum v on v.contact_id = c.id
                            join reflection r on r.conversation_id = v.conversation_id
                           where c.id in (:people))
                        (select false as about_me, r.conversation_id as id, r.hat, u.name, r.about_them as words, r.written_at
                           from written r join app_user u on u.id = r.author_id
                          where r.about_them is not null and r.readable order by r.written_at desc, r.conversation_id desc limit :of_them)
                        union all
                        (select true, r.conversation_id, r.hat, u.name, r.about_me, r.written_at
                           from written r join app_user u on u.id = r.author_id
                          where r.author_id = :viewer and r.about_me is not null and r.hat = coalesce(:hat, r.hat)
                          order by r.written_at desc, r.conversation_id desc limit :of_me)
                        order by written_at desc, id desc""")
                .param("viewer", viewer.uuid())
                .param("people", Rows.contacts(people))
                .param("hat", Rows.maybeWord(hat))
                .param("of_them", ofThem)
                .param("of_me", ofMe)
                .query((row, n) -> read(row))
                .list();
        return new Learned(lessons(read, false), lessons(read, true));
    }

    private static Read read(ResultSet row) throws SQLException {
        return new Read(row.getBoolean("about_me"), lesson(row));
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        return new Lesson(
                Rows.conversation(row, "id"),
                Rows.named(Hat.class, row, "hat"),
                row.getString("name"),
                row.getString("words"),
                Rows.instant(row, "written_at"));
    }

    private static List<Lesson> lessons(List<Read> read, boolean aboutMe) {
        return read.stream()
                .filter(one -> one.aboutMe() == aboutMe)
                .map(Read::lesson)
                .toList();
    }
}
