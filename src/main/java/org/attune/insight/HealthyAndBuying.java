package org.attune.insight;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.attune.insight.RelationshipRows.Cut;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The relationships somebody has now, by how they are today and whether they signed something in the twelve months up to today. */
@Component
class HealthyAndBuying {

    /** Whoever made the offer: what counts is whether they buy from us. */
    private static final String STANDING = """
            select c.id as contact_id, h.score, h.band_since, coalesce(h.band, 'unknown') as band,
                   exists (select from offer o
            """ + Won.YES + """
                            where o.contact_id = c.id and
            """ + Won.inYearTo(":today") + """
                   ) as sold
              from overseen_contact(:viewer) c
              left join contact_health h on h.contact_id = c.id
             where c.archived_at is null and c.erasure_id is null and""" + " " + Slice.CONTACTS;

    private static final Map<Quadrant, String> CONDITIONS = Map.of(
            Quadrant.HEALTHY_SELLING, "q.score >= 60 and q.sold",
            Quadrant.HEALTHY, "q.score >= 60 and not q.sold",
            Quadrant.SELLING, "q.score < 60 and q.sold",
            Quadrant.NEITHER, "q.score < 60 and not q.sold",
            Quadrant.UNKNOWN, "q.score is null");

    private final JdbcClient jdbc;

    HealthyAndBuying(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Some(Quadrant quadrant, long many) {}

    Quadrants read(Map<String, @Nullable Object> parameters, LocalDate today) {
        Map<Quadrant, Long> counts = new HashMap<>();
        jdbc.sql("select score, sold, count(*) as many from (" + STANDING + ") q group by 1, 2")
                .params(parameters)
                .query((row, n) -> new Some(
                        Quadrant.of(row.getObject("score", Integer.class), row.getBoolean("sold")),
                        row.getLong("many")))
                .list()
                .forEach(some -> counts.merge(some.quadrant(), some.many(), Long::sum));
        return new Quadrants(Won.firstDayOfYearTo(today), counts);
    }

    static Cut cut(Quadrant quadrant) {
        return new Cut(
                "select q.contact_id, 'health.' || q.band as what, q.band_since as day from (" + STANDING + ") q where "
                        + CONDITIONS.get(quadrant),
                null);
    }
}
