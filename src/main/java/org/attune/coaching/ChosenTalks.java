package org.attune.coaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody wants to talk about with whoever leads them. They alone choose, and may take it back. It opens nothing: what
 * is private stays so, and only shows that it took place; which is asked first.
 */
@Component
@Transactional
public class ChosenTalks {

    private static final int MOST = 30;

    private static final String LINE = """
            select v.id, v.happened_at, v.hat, v.visibility = 'private' as private,
                   exists (select from seen_conversation(:viewer) s where s.id = v.id) as readable,
                   (select string_agg(c.name, ', ' order by c.sort_name, c.id) from participant p
                      join seen_contact(:viewer) c on c.id = p.contact_id where p.conversation_id = v.id) as people
              from noticed_conversation(:viewer) v
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ChosenTalks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Chooses one of one's own.
     *
     * @param sure that a private one may be seen to have taken place
     * @throws NotSeen where it is none of the viewer's own
     * @throws RuleRefused where it is private and they have not been asked yet
     */
    public void choose(Viewer viewer, ConversationId conversation, boolean sure) {
        boolean isPrivate = jdbc.sql("""
                        select v.visibility = 'private' from noticed_conversation(:viewer) v
                         where v.id = :id and v.owner_id = :viewer and v.happened_at is not null""")
                .param("viewer", viewer.uuid())
                .param("id", conversation.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotSeen("conversation " + conversation.value()));
        if (isPrivate && !sure) {
            throw new RuleRefused("coaching.talk.private", "sure");
        }
        jdbc.sql("""
                        insert into one_to_one_talk (person_id, conversation_id, chosen_at) values (:viewer, :id, :now)
                        on conflict do nothing""")
                .param("viewer", viewer.uuid())
                .param("id", conversation.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes it back; what was not chosen is not chosen afterwards either. */
    public void takeBack(Viewer viewer, ConversationId conversation) {
        jdbc.sql("delete from one_to_one_talk where person_id = :viewer and conversation_id = :id")
                .param("viewer", viewer.uuid())
                .param("id", conversation.value())
                .update();
    }

    /** How one of the viewer's own stands; none where it is another's, or has not taken place. */
    @Transactional(readOnly = true)
    public Optional<TalkWish> wish(Viewer viewer, ConversationId conversation) {
        return jdbc.sql("""
                        select case when exists (select from one_to_one_talk t
                                                  where t.conversation_id = v.id and t.person_id = :viewer) then 'CHOSEN'
                                    when v.visibility = 'private' then 'PRIVATE' else 'OPEN' end
                          from noticed_conversation(:viewer) v
                         where v.id = :id and v.owner_id = :viewer and v.happened_at is not null""")
                .param("viewer", viewer.uuid())
                .param("id", conversation.value())
                .query((row, n) -> TalkWish.valueOf(row.getString(1)))
                .optional();
    }

    /** What somebody chose, as far as the viewer may know of it; the newest first. */
    @Transactional(readOnly = true)
    public List<TalkLine> of(Viewer viewer, UserId person) {
        return jdbc.sql(LINE + """
                          join one_to_one_talk t on t.conversation_id = v.id and t.person_id = :person
                         order by t.chosen_at desc, v.id limit :most""")
                .param("viewer", viewer.uuid())
                .param("person", person.value())
                .param("most", MOST)
                .query(ChosenTalks::line)
                .list();
    }

    /**
     * The viewer's own newest that are not chosen.
     *
     * @param meant the one they have in mind, which is among them however old it is; none: nobody said
     */
    @Transactional(readOnly = true)
    public List<TalkLine> toChoose(Viewer viewer, @Nullable UUID meant) {
        return jdbc.sql(LINE + """
                         where v.owner_id = :viewer and v.happened_at is not null
                           and not exists (select from one_to_one_talk t where t.conversation_id = v.id and t.person_id = :viewer)
                         order by (v.id = :meant::uuid) is true desc, v.happened_at desc, v.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("meant", meant)
                .param("most", MOST)
                .query(ChosenTalks::line)
                .list();
    }

    private static TalkLine line(ResultSet row, int n) throws SQLException {
        return new TalkLine(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("people"),
                row.getTimestamp("happened_at").toInstant(),
                Hat.valueOf(row.getString("hat").toUpperCase(Locale.ROOT)),
                row.getBoolean("private"),
                row.getBoolean("readable"));
    }
}
