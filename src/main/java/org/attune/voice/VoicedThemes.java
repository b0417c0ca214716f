package org.attune.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what was heard, by theme. Only what the viewer may read is counted, so that every figure opens. */
@Component
@Transactional(readOnly = true)
public class VoicedThemes {

    private static final int SHOWN = 100;

    private static final String HEARD = """
            select f.stands_for as theme, d.turn_id, d.speaker_id, (d.said_at at time zone :zone)::date as day
              from themes_in_sight(:viewer) d join theme f on f.id = d.theme_id
             where (:theme::uuid is null or f.stands_for = :theme) and
            """ + VoiceFilter.narrowed("d.speaker_id", "d.day_team", "d.said_at");

    private final JdbcClient jdbc;

    VoicedThemes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a theme, or of all of them where there is none. */
    private record Count(@Nullable UUID theme, @Nullable String name, long turns, long people, long companies) {}

    /** The themes of the period, the most heard first. */
    public VoiceBoard of(VoiceFilter filter) {
        List<Count> counts = counts(filter, null);
        Map<@Nullable UUID, Long> before = new HashMap<>();
        counts(filter.during(filter.period().before()), null).forEach(one -> before.put(one.theme(), one.turns()));
        Count all = all(counts);
        Map<UUID, Long[]> bars = bars(filter, null);
        List<ThemeLine> themes = counts.stream()
                .filter(one -> one.theme() != null)
                .limit(SHOWN)
                .map(one -> line(one, all, before, bars, filter))
                .toList();
        return new VoiceBoard(themes, all.turns(), all.people(), unthemed(filter));
    }

    /** One theme, under its name of today; also where nothing was heard about it in these days. */
    public ThemeLine theme(VoiceFilter filter, UUID id) {
        String name = jdbc.sql("select name from theme where id = :id and merged_into is null")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotSeen("theme " + id));
        List<Count> counts = counts(filter, null);
        Map<@Nullable UUID, Long> before = new HashMap<>();
        counts(filter.during(filter.period().before()), null).forEach(one -> before.put(one.theme(), one.turns()));
        Count count = counts.stream()
                .filter(one -> id.equals(one.theme()))
                .findFirst()
                .orElse(new Count(id, name, 0, 0, 0));
        return line(count, all(counts), before, bars(filter, id), filter);
    }

    private static Count all(List<Count> counts) {
        return counts.stream().filter(one -> one.theme() == null).findFirst().orElse(new Count(null, null, 0, 0, 0));
    }

    private static ThemeLine line(
            Count one, Count all, Map<@Nullable UUID, Long> before, Map<UUID, Long[]> bars, VoiceFilter filter) {
        UUID id = Objects.requireNonNull(one.theme());
        long then = before.getOrDefault(id, 0L);
        Long[] none =
                Stream.generate(() -> 0L).limit(filter.period().starts().size()).toArray(Long[]::new);
        return new ThemeLine(
                id,
                Objects.requireNonNull(one.name()),
                one.turns(),
                one.people(),
                one.companies(),
                then,
                Arrays.asList(bars.getOrDefault(id, none)),
                Movement.of(one.turns(), then, all.turns(), before.getOrDefault(null, 0L)));
    }

    private List<Count> counts(VoiceFilter filter, @Nullable UUID theme) {
        return jdbc.sql("""
                        with heard as materialized (%s)
                        select h.theme, s.name, count(distinct h.turn_id) as turns, count(distinct h.speaker_id) as people,
                               count(distinct c.company_id) as companies
                          from heard h join theme s on s.id = h.theme join contact c on c.id = h.speaker_id
                         group by grouping sets ((h.theme, s.name), ())
                         order by turns desc, folded(s.name)""".formatted(HEARD))
                .params(filter.parameters())
                .param("theme", theme)
                .query((row, n) -> count(row))
                .list();
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(
                row.getObject("theme", UUID.class),
                row.getString("name"),
                row.getLong("turns"),
                row.getLong("people"),
                row.getLong("companies"));
    }

    private Map<UUID, Long[]> bars(VoiceFilter filter, @Nullable UUID theme) {
        LocalDate[] starts = filter.period().starts().toArray(LocalDate[]::new);
        Map<UUID, Long[]> bars = new HashMap<>();
        jdbc.sql("""
                        select h.theme, width_bucket(h.day, :starts::date[]) as bar, count(distinct h.turn_id) as turns
                          from (%s) h group by 1, 2""".formatted(HEARD))
                .params(filter.parameters())
                .param("theme", theme)
                .param("starts", Arrays.stream(starts).map(LocalDate::toString).toArray(String[]::new))
                .query(row -> {
                    UUID id = Objects.requireNonNull(row.getObject("theme", UUID.class));
                    Long[] all = bars.computeIfAbsent(id, none -> Stream.generate(() -> 0L)
                            .limit(starts.length)
                            .toArray(Long[]::new));
                    all[row.getInt("bar") - 1] = row.getLong("turns");
                });
        return bars;
    }

    private long unthemed(VoiceFilter filter) {
        return jdbc.sql("select count(*) from (select t.id from " + Unthemed.FROM + " limit " + VoiceBoard.MANY + ") x")
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    /** What a theme may be narrowed to: the days of one of its bars. */
    public static List<VoicePeriod> parts(VoicePeriod period) {
        List<VoicePeriod> parts = new ArrayList<>();
        for (int bar = 0; bar < period.starts().size(); bar++) {
            parts.add(period.part(bar));
        }
        return parts;
    }
}
