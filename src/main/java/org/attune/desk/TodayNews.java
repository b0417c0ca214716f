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

    /** Those one works with to whom something happened lately, by the moment their card keeps for it. */
    private static final String LATELY = """
            (select d.contact_id from contact_card d where d.owner_id = :viewer and d.%1$s >= :since
             union
             select d.contact_id from companion x join contact_card d on d.contact_id = x.contact_id and d.%1$s >= :since
              where x.user_id = :viewer and (x.until is null or x.until >= current_date))""";

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
                                 c.id as contact_id, c.name, v.minutes,
                                 (select u.name from app_user u where u.id = t.logged_by) as by_name,
                                 exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'their_question' offset 0)
                                   and not exists (select from reply r where r.heard_id = t.id offset 0) as waiting
                            from %s k
                           cross join lateral (
                              select x.* from seen_contact(:viewer) x where x.id = k.contact_id offset 0) c
                           cross join lateral (
                              select x.* from seen_with(:viewer, c.id) x where x.worked_on_at >= :since offset 0) v
                           cross join lateral (
                              select x.* from seen_turn(:viewer) x
                               where x.conversation_id = v.id and x.speaker_id = c.id and x.words is not null
                                 and x.logged_at >= :since and x.logged_by <> :viewer offset 0) t
                           cross join lateral (
                              select where not exists (select from turn_mark m where m.turn_id = t.id
                                                                                 and m.kind in ('personal', 'sensitive')) offset 0) told
                           order by t.conversation_id, t.seq desc) x
                         order by logged_at desc limit :most""".formatted(LATELY.formatted("worked_on_at")))
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
                          from %s k
                         cross join lateral (
                            select x.id, x.name from seen_contact(:viewer) x where x.id = k.contact_id offset 0) c
                         cross join lateral (
                            select x.id from seen_offer(:viewer) x where x.contact_id = c.id offset 0) o
                         cross join lateral (
                            select x.* from decision x where x.offer_id = o.id and x.noted_at >= :since offset 0) d
                         order by d.noted_at desc, d.id desc limit :most""".formatted(LATELY.formatted("decided_at")))
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
