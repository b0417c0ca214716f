package org.attune.conversations;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Conversations as somebody may see them: one, those with a contact, the planned ones, those to finish. */
@Component
@Transactional(readOnly = true)
public class ConversationsSeen {

    private static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final ConversationLines lines;
    private final Clock clock;

    ConversationsSeen(JdbcClient jdbc, ConversationLines lines, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * One conversation without its turns, in one statement: a row for each of its people whom the viewer sees.
     *
     * @throws NotSeen where there is none the viewer may read
     */
    public ConversationView find(Viewer viewer, ConversationId id) {
        Instant now = clock.instant();
        List<ParticipantView> people = new ArrayList<>();
        return jdbc
                .sql("""
                        select v.*, u.name as owner_name,
                               (select count(*) from participant p where p.conversation_id = v.id) as participants,
                               v.owner_id = :viewer or exists (
                                 select from participant p join tended_contact(:viewer) c on c.id = p.contact_id
                                  where p.conversation_id = v.id) as tended,
                               w.*
                          from seen_conversation(:viewer) v join app_user u on u.id = v.owner_id
                          left join lateral (
                            select c.id as contact_id, c.name as contact_name, c.given_name, c.pronoun, c.sort_name, c.id = v.lead_id as lead,
                                   p.joined_at, coalesce(s.own_turns, 0) as heard
                              from participant p join seen_contact(:viewer) c on c.id = p.contact_id
                              left join conversation_sum s on s.conversation_id = p.conversation_id and s.contact_id = p.contact_id
                             where p.conversation_id = v.id) w on true
                         where v.id = :id
                         order by w.lead desc, w.joined_at, w.sort_name, w.contact_id""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> ConversationReading.next(row, people, viewer, now))
                .list()
                .stream()
                .reduce((before, last) -> last)
                .orElseThrow(() -> new NotSeen("conversation " + id.value()));
    }

    /**
     * The conversations with a contact, latest first; those that may not be read only say that they took place.
     *
     * @param after the key the page before ended with; none for the first
     */
    public KeysetPage<ConversationLine> ofContact(Viewer viewer, ContactId contact, @Nullable String after) {
        return lines.ofContact(viewer, contact, after, PAGE);
    }

    /** The viewer's own planned conversations between two moments, by time. */
    public List<ConversationLine> planned(Viewer viewer, Instant from, Instant until) {
        return lines.planned(viewer, from, until);
    }

    /** The viewer's own conversations that are open or rest, longest untouched first. */
    public List<ConversationLine> toFinish(Viewer viewer, int atMost) {
        return lines.toFinish(viewer, atMost);
    }
}
