package org.attune.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What colleagues wrote down about the people one works with, and what these people decided. Two statements. */
@Component
@Transactional(readOnly = true)
public class TodayNews {

    private static final int MOST = 6;

    private static final String MINE = """
            (c.owner_id = :viewer or exists (select from companion x where x.contact_id = c.id and x.user_id = :viewer
                                                and (x.until is null or x.until >= current_date)))""";

    private final JdbcClient jdbc;

    TodayNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody of us heard somebody.
     *
     * @param by who of us wrote it down
     * @param waiting it is their question, and nobody has answered it
     */
    public record HeardByOthers(
            String by,
            ContactId contact,
            String contactName,
            @Nullable Integer minutes,
            String words,
            @Nullable String how,
            Instant loggedAt,
            String href,
            boolean waiting) {}

    /** @param kind {@code yes}, {@code no} or {@code not_now} */
    public record Decided(
            ContactId contact,
            String contactName,
            String kind,
            @Nullable String reason,
            String href,
            Instant notedAt) {}

    public List<HeardByOthers> heard(Viewer viewer, Instant since) {
        return jdbc.sql("""
                        select * from (
                          select distinct on (t.conversation_id) t.conversation_id, t.seq, t.words, t.exactness, t.logged_at,
                                 c.id as contact_id, c.name, u.name as by_name, v.minutes,
                                 exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'their_question')
                                   and not exists (select from reply r where r.heard_id = t.id) as waiting
                            from seen_contact(:viewer) c
                            join seen_turn(:viewer) t on t.speaker_id = c.id and t.kind = 'heard' and t.words is not null
                            join seen_conversation(:viewer) v on v.id = t.conversation_id
                            join app_user u on u.id = t.logged_by
                           where t.logged_at >= :since and t.logged_by <> :viewer and %s
                             and not exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('personal', 'sensitive'))
                           order by t.conversation_id, t.seq desc) x
                         order by logged_at desc limit :most""".formatted(MINE))
                .param("viewer", viewer.uuid())
                .param("since", Timestamp.from(since))
                .param("most", MOST)
                .query((row, n) -> new HeardByOthers(
                        row.getString("by_name"),
                        new ContactId(Objects.requireNonNull(row.getObject("contact_id", UUID.class))),
                        row.getString("name"),
                        row.getObject("minutes", Integer.class),
                        row.getString("words"),
                        ContactPageTalks.how(row.getString("exactness")),
                        row.getTimestamp("logged_at").toInstant(),
                        "/conversations/" + row.getString("conversation_id") + "#t" + row.getInt("seq"),
                        row.getBoolean("waiting")))
                .list();
    }

    public List<Decided> decided(Viewer viewer, Instant since) {
        return jdbc.sql("""
                        select o.id, c.id as contact_id, c.name, d.kind, d.reason, d.noted_at
                          from seen_contact(:viewer) c
                          join seen_offer(:viewer) o on o.contact_id = c.id
                          join decision d on d.offer_id = o.id
                         where d.noted_at >= :since and %s
                         order by d.noted_at desc, d.id desc limit :most""".formatted(MINE))
                .param("viewer", viewer.uuid())
                .param("since", Timestamp.from(since))
                .param("most", MOST)
                .query((row, n) -> new Decided(
                        new ContactId(Objects.requireNonNull(row.getObject("contact_id", UUID.class))),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("reason"),
                        "/offers/" + row.getString("id"),
                        row.getTimestamp("noted_at").toInstant()))
                .list();
    }
}
