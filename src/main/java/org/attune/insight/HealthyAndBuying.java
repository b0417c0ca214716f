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

    /** Who signed something, from what they said last, and how they are; and how many there are of each band, from sums. */
    private static final String SUMMED =
            """
            with sold as materialized (
              select distinct k.contact_id from
            """ + OpenOffers.THEIRS + """
                join offer_answer d on d.offer_id = k.offer_id and d.said = 'yes' and d.state = 'decided'
               where k.state = 'decided' and\s""" + Won.inYearTo(":today") + """
              )
            select s.band, true as sold, count(*) as many
              from sold join contact_standing s on s.contact_id = sold.contact_id
             where s.counted and""" + " " + Slice.STANDING + """
             group by 1
            union all
            select t.band, false, sum(t.many)
              from overseen_tally(:viewer, :person) t
             where t.grain = 'now' and (:team::uuid is null or t.team_id = :team) and (:stage::text is null or t.stage_key = :stage)
             group by 1""";

    /** The same of one company, of whom there are few. */
    private static final String BY_BAND = "select q.band, true as sold, count(*) as many from (" + STANDING
            + ") q where q.sold group by 1 union all select q.band, false, count(*) from (" + STANDING
            + ") q group by 1";

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

    /** @param sold whether these are counted; otherwise all are, these among them */
    private record Some(String band, boolean sold, long many) {}

    Quadrants read(Map<String, @Nullable Object> parameters, LocalDate today) {
        String counted = parameters.get("company") == null ? SUMMED : BY_BAND;
        Map<Quadrant, Long> counts = new HashMap<>();
        jdbc.sql(counted)
                .params(parameters)
                .query((row, n) -> new Some(row.getString("band"), row.getBoolean("sold"), row.getLong("many")))
                .list()
                .forEach(some -> add(counts, some));
        counts.values().removeIf(many -> many == 0);
        return new Quadrants(Won.firstDayOfYearTo(today), counts);
    }

    private static void add(Map<Quadrant, Long> counts, Some some) {
        counts.merge(Quadrant.of(some.band(), some.sold()), some.many(), Long::sum);
        if (some.sold()) {
            counts.merge(Quadrant.of(some.band(), false), -some.many(), Long::sum);
        }
    }

    static Cut cut(Quadrant quadrant) {
        return new Cut(
                "select q.contact_id, 'health.' || q.band as what, q.band_since as day from (" + STANDING + ") q where "
                        + CONDITIONS.get(quadrant),
                null);
    }
}
