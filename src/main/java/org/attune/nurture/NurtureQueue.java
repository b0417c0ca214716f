package org.attune.nurture;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who should hear from us without being sold to: each with why now and what would help, the longest due first. Nobody is here who
 * keeps an agreed silence or is not to hear from us, whom something is under way with, or who was put off. A touch gives them a
 * week; their rhythm still counts from when we last spoke. Four statements, and two at a glance.
 */
@Component
@Transactional(readOnly = true)
public class NurtureQueue {

    /** After a touch somebody is given time to say something. */
    static final int DAYS_TO_ANSWER = 7;

    private static final int MOST_COUNTED = 100;

    /** Read along an index, and each asked one by one, so that only as many are asked as it takes to fill the page. */
    private static final String IN_ORDER = """
            (select d.* from nurture_due d
              where %1$s and d.shelf = 'listed' and d.due_on <= :today and %3$s
              order by d.due_on, d.contact_id offset 0) d
             cross join lateral (%2$s and x.id = d.contact_id and x.archived_at is null offset 0) c""";

    private static final String DUE = """
             where not exists (select from stop_in_force(d.contact_id))
               and not is_put_off(d.contact_id, d.spoken_at, :today)
               and not exists (select from touch t where t.contact_id = d.contact_id
                                and t.happened_at >= case t.kind when 'tried_to_reach' then :morning::timestamptz else :lately::timestamptz end)
               and not exists (select from participant p join noticed_conversation(:viewer) v on v.id = p.conversation_id
                                where p.contact_id = d.contact_id
                                  and (v.state = 'planned' and v.planned_for >= :morning or v.state in ('open', 'resting')))
               and not exists (select from promise r where r.contact_id = d.contact_id and r.state = 'open' and r.due >= :today)
            """;

    private final JdbcClient jdbc;
    private final QueueLines lines;
    private final Clock clock;

    NurtureQueue(JdbcClient jdbc, QueueLines lines, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.clock = clock;
    }

    /** @param after the key of the line before, or none */
    public KeysetPage<QueueLine> page(Viewer viewer, QueueOf whose, @Nullable String after, int size) {
        return KeysetPage.of(lines.of(viewer, listed(viewer, whose, after, size + 1)), size, QueueLine::key);
    }

    /** The first of them with why now, without what would help. */
    public KeysetPage<QueueLine> atAGlance(Viewer viewer, QueueOf whose, int size) {
        return KeysetPage.of(lines.atAGlance(viewer, listed(viewer, whose, null, size + 1)), size, QueueLine::key);
    }

    private List<ListedContact> listed(Viewer viewer, QueueOf whose, @Nullable String after, int most) {
        QueueKey key = QueueKey.parse(after);
        return jdbc.sql("""
                        select c.id, c.name, c.owner_id, d.due_on, d.why, d.about, d.fact_on from %s %s
                         order by d.due_on, d.contact_id limit :most""".formatted(
                        IN_ORDER.formatted(
                                whose.days(), whose.people(), "(d.due_on, d.contact_id) > (:afterDay, :afterContact)"),
                        DUE))
                .params(parameters(viewer, whose))
                .param("afterDay", key.day())
                .param("afterContact", key.contact())
                .param("most", most)
                .query((row, n) -> new ListedContact(
                        new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("name"),
                        Objects.requireNonNull(row.getObject("owner_id", UUID.class)),
                        Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                        QueueWhy.of(row.getString("why")),
                        row.getObject("about", UUID.class),
                        Objects.requireNonNull(row.getObject("fact_on", LocalDate.class))))
                .list();
    }

    /** How many there are; it stops counting at a hundred. */
    public int count(Viewer viewer, QueueOf whose) {
        return jdbc.sql("select count(*) from (select 1 from %s %s limit :most) x"
                        .formatted(IN_ORDER.formatted(whose.days(), whose.people(), "true"), DUE))
                .params(parameters(viewer, whose))
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    private Map<String, @Nullable Object> parameters(Viewer viewer, QueueOf whose) {
        LocalDate today = today(viewer);
        Instant morning = today.atStartOfDay(viewer.zone()).toInstant();
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("viewer", viewer.uuid());
        all.put("today", today);
        all.put("morning", Timestamp.from(morning));
        all.put("lately", Timestamp.from(morning.minus(Duration.ofDays(DAYS_TO_ANSWER))));
        if (!whose.isMine()) {
            all.put("whose", whose.whose());
        }
        return all;
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
