package org.attune.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.attune.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much waits for somebody today: promises that are due or late, conversations that are planned, and those that are
 * not finished. One statement, along the indexes Today reads; it stops counting where nobody counts any more.
 */
@Component
@Transactional(readOnly = true)
public class TodayCount {

    /** One more than is ever shown as a number. */
    private static final int ENOUGH = 100;

    private static final String WAITING = """
            select count(*) from (
              (select 1 from promise q
                where q.promiser_id = :viewer and q.state = 'open' and q.due <= :today
                  and q.contact_id in (select s.id from seen_contact(:viewer) s where s.archived_at is null) limit :enough)
              union all
              (select 1 from contact_card d join seen_contact(:viewer) k on k.id = d.contact_id
                 join promise q on q.contact_id = k.id
                where d.owner_id = :viewer and d.shelf = 'listed' and d.next_due <= :today and k.owner_id = :viewer and k.archived_at is null
                  and q.side = 'them' and q.state = 'open' and q.due <= :today limit :enough)
              union all
              (select 1 from noticed_conversation(:viewer) v
                where v.owner_id = :viewer and v.state = 'planned' and v.planned_for < :evening limit :enough)
              union all
              (select 1 from seen_conversation(:viewer) v
                where v.owner_id = :viewer and v.state in ('open', 'resting') limit :enough)
              limit :enough) waiting""";

    private final JdbcClient jdbc;
    private final Clock clock;

    TodayCount(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public int of(Viewer viewer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        return jdbc.sql(WAITING)
                .param("viewer", viewer.uuid())
                .param("today", today)
                .param(
                        "evening",
                        Timestamp.from(
                                today.plusDays(1).atStartOfDay(viewer.zone()).toInstant()))
                .param("enough", ENOUGH)
                .query(Integer.class)
                .single();
    }
}
