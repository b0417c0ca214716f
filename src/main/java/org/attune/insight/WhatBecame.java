package org.attune.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attune.insight.YearLater.Group;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of that which was won a year before the period. What came after goes with the relationship: where it went to somebody
 * they do not oversee, or was forgotten on request, nothing is said about it. How a relationship was is taken from the evening before
 * the decision, which itself changes it.
 */
@Component
class WhatBecame {

    private static final String BECAME = """
            select w.*, now_is.here,
                   now_is.here and now_is.archived_at is null
                     and not exists (select from contact_stage g where g.contact_id = w.contact_id and g.stage_key = 'parted')
                     and coalesce((select y.way from way_on y where y.contact_id = w.contact_id
                                    order by y.chosen_at desc, y.id desc limit 1), '') <> 'stop' as stayed,
                   now_is.here and exists (
                     select from offer o
            """ + Won.YES + """
                      where o.contact_id = w.contact_id and o.id <> w.id
                        and (d.on_day, d.noted_at) > (w.day, w.noted_at)) as again,
                   now_is.here and exists (
                     select from introduction i where i.introducer_id = w.contact_id and i.withdrawn_at is null
                                                  and i.on_day >= w.day) as introduced,
                   case when was.score >= 60 then 'healthy' when was.score < 60 then 'unhealthy' else 'unknown' end as health
              from (""" + Won.WON + """
                   ) w
             cross join lateral (
               select count(c.id) > 0 as here, max(c.archived_at) as archived_at from overseen_contact(:viewer) c
                where c.id = w.contact_id and c.erasure_id is null) now_is
              left join lateral (
               select x.score from health_history x where x.contact_id = w.contact_id and x.day < w.day
                order by x.day desc limit 1) was on true
             where w.day between :first and :last""";

    /** What each figure counts. */
    private static final Map<String, String> MEASURES = Map.of(
            "won", "true",
            "here", "b.here",
            "stayed", "b.stayed",
            "again", "b.again",
            "introduced", "b.introduced",
            "elsewhere", "not b.here");

    private static final String IN_GROUP = """
            (case :group when 'all' then true when 'pulled' then b.pulled when 'pushed' then not b.pulled
                  else b.health = :group end)""";

    private final JdbcClient jdbc;
    private final Won won;

    WhatBecame(JdbcClient jdbc, Won won) {
        this.jdbc = jdbc;
        this.won = won;
    }

    /** Some that were asked for or not, and how they were. */
    private record Some(boolean pulled, String health, Group group) {

        boolean isIn(String name) {
            return switch (name) {
                case "all" -> true;
                case "pulled" -> pulled;
                case "pushed" -> !pulled;
                default -> health.equals(name);
            };
        }
    }

    YearLater read(Slice slice) {
        Period window = window(slice);
        List<Some> all = some(slice, window);
        List<Group> groups = YearLater.GROUPS.stream()
                .map(name -> all.stream()
                        .filter(some -> some.isIn(name))
                        .map(Some::group)
                        .reduce(new Group(name, 0, 0, 0, 0, 0), Group::and))
                .toList();
        return new YearLater(window.from(), window.until(), groups);
    }

    private List<Some> some(Slice slice, Period window) {
        return jdbc.sql("""
                        select pulled, health, count(*) as won, count(*) filter (where here) as here,
                               count(*) filter (where stayed) as stayed, count(*) filter (where again) as again,
                               count(*) filter (where introduced) as introduced
                          from (""" + BECAME + ") b group by 1, 2")
                .params(slice.parameters())
                .param("first", window.from())
                .param("last", window.until())
                .query((row, n) -> new Some(
                        row.getBoolean("pulled"),
                        row.getString("health"),
                        new Group(
                                "",
                                row.getLong("won"),
                                row.getLong("here"),
                                row.getLong("stayed"),
                                row.getLong("again"),
                                row.getLong("introduced"))))
                .list();
    }

    static boolean has(String group, String measure) {
        return YearLater.GROUPS.contains(group) && MEASURES.containsKey(measure);
    }

    KeysetPage<CountedRow> rows(Slice slice, String group, String measure, @Nullable String after, int size) {
        Period window = window(slice);
        LocalDate last = window.until();
        return won.page(
                slice,
                "select b.id, b.contact_id, b.title, b.day, b.pulled, b.amount, b.currency from (" + BECAME
                        + ") b where " + MEASURES.get(measure) + " and " + IN_GROUP,
                Map.of("first", window.from(), "last", last, "group", group),
                null,
                after,
                size);
    }

    /** The same days a year earlier. */
    private static Period window(Slice slice) {
        Period period = slice.period();
        return new Period(period.from().minusYears(1), period.until().minusYears(1), period.zone());
    }
}
