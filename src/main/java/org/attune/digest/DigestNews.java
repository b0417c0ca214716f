package org.attune.digest;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What became of one's own people on whole days that are over, so that no two letters tell the same: what they decided, whom
 * somebody else heard, whose health moved. Names and nothing they said. One statement.
 */
@Component
@Transactional(readOnly = true)
class DigestNews {

    private static final String NEWS = """
            with mine as (select c.id, c.name, c.sort_name from seen_contact(:viewer) c
                           where c.owner_id = :viewer and c.archived_at is null)
            select * from (
              (select 'DECIDED' as kind, m.name, m.sort_name, d.kind as is_now, null as was, null as by_name, '/offers/' || o.id as path
                 from mine m join seen_offer(:viewer) o on o.contact_id = m.id join decision d on d.offer_id = o.id
                where d.noted_at >= :begins and d.noted_at < :ends order by d.noted_at desc, d.id limit :most)
              union all
              (select 'HEARD', h.name, h.sort_name, null, null, h.by_name, '/contacts/' || h.id
                 from (select distinct m.id, m.name, m.sort_name, u.name as by_name
                         from mine m join seen_turn(:viewer) t on t.speaker_id = m.id and t.kind = 'heard'
                         join app_user u on u.id = t.logged_by
                        where t.logged_at >= :begins and t.logged_at < :ends and t.logged_by <> :viewer) h
                order by h.sort_name, h.by_name limit :most)
              union all
              (select 'MOVED', m.name, m.sort_name, n.band, b.band, null, '/contacts/' || m.id
                 from mine m
                 cross join lateral (select h.band, h.day from health_history h
                                      where h.contact_id = m.id and h.day <= :until order by h.day desc limit 1) n
                 cross join lateral (select h.band from health_history h
                                      where h.contact_id = m.id and h.day < :from order by h.day desc limit 1) b
                where n.day >= :from and n.band <> b.band and n.band <> 'unknown' and b.band <> 'unknown'
                order by m.sort_name, m.id limit :most)) x
             order by kind, sort_name, path""";

    private final JdbcClient jdbc;

    DigestNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that became of somebody.
     *
     * @param kind decided, heard or moved
     * @param is what they decided, or the band now
     * @param was the band before
     * @param by who of us heard them
     */
    record News(
            String kind,
            String name,
            @Nullable String is,
            @Nullable String was,
            @Nullable String by,
            String path) {}

    /** From this day on until the end of the one before that; days are the viewer's, for health those of the organisation. */
    List<News> of(Viewer viewer, LocalDate from, LocalDate today, int atMost) {
        return jdbc.sql(NEWS)
                .param("viewer", viewer.uuid())
                .param("begins", begins(from, viewer.zone()))
                .param("ends", begins(today, viewer.zone()))
                .param("from", from)
                .param("until", today.minusDays(1))
                .param("most", atMost)
                .query((row, n) -> new News(
                        row.getString("kind").toLowerCase(Locale.ROOT),
                        row.getString("name"),
                        row.getString("is_now"),
                        row.getString("was"),
                        row.getString("by_name"),
                        row.getString("path")))
                .list();
    }

    private static Timestamp begins(LocalDate day, ZoneId zone) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
