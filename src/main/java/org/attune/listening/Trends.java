package org.attune.listening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.listening.Trend.Behind;
import org.attune.listening.Trend.PartMean;
import org.attune.listening.Trend.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a person's conversations that count, in two statements, and makes their trend of them. */
@Component
class Trends {

    /** As far back as a trend goes. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Trends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Measured(ConversationId id, LocalDate day, double score, Interest interest) {}

    Trend of(Viewer viewer, UserId person, @Nullable Hat hat) {
        return of(newest(viewer, person, hat));
    }

    /** The ten that a point is the mean of, the newest first; of a part only those in which it can be computed. */
    List<Behind> behind(Viewer viewer, UserId person, @Nullable Hat hat, ConversationId last, @Nullable Part part) {
        List<Measured> newest = newest(viewer, person, hat);
        int at = newest.stream().map(Measured::id).toList().indexOf(last);
        return at < 0 || at + Trend.FEWEST > newest.size()
                ? List.of()
                : newest.subList(at, at + Trend.FEWEST).stream()
                        .filter(one -> part == null || one.interest().parts().containsKey(part))
                        .map(one -> new Behind(
                                one.id(),
                                part == null ? null : one.interest().parts().get(part)))
                        .toList();
    }

    /** One after the other from the newest on, and no further than as many as count are found. */
    private List<Measured> newest(Viewer viewer, UserId person, @Nullable Hat hat) {
        return jdbc.sql("""
                        select m.*, (v.happened_at at time zone z.zone)::date as day
                          from (select x.id, x.happened_at from figured_conversation(:viewer) x
                                 where x.owner_id = :person and (:hat::text is null or x.hat = :hat)
                                 order by x.happened_at desc, x.id desc offset 0) v
                         cross join lateral (
                           select * from conversation_measure m where m.conversation_id = v.id and m.score is not null offset 0) m
                         cross join organisation z
                         order by v.happened_at desc, v.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("person", person.value())
                .param("hat", hat == null ? null : hat.name().toLowerCase(Locale.ROOT))
                .param("most", MOST)
                .query((row, n) -> measured(row))
                .list();
    }

    private static Measured measured(ResultSet row) throws SQLException {
        return new Measured(
                new ConversationId(Objects.requireNonNull(row.getObject("conversation_id", UUID.class))),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                row.getDouble("score"),
                Interest.of(MeasureRows.counts(row), row.getBoolean("gone_through")));
    }

    private static Trend of(List<Measured> newest) {
        List<Point> points = new ArrayList<>();
        for (int last = newest.size() - Trend.FEWEST; last >= 0; last--) {
            List<Measured> ten = newest.subList(last, last + Trend.FEWEST);
            Range range = Range.of(ten.stream().map(Measured::score).toList());
            points.add(new Point(
                    ten.get(0).day(),
                    range.mean(),
                    range.low(),
                    range.high(),
                    ten.get(0).id()));
        }
        return new Trend(true, newest.size(), points, points.isEmpty() ? Map.of() : parts(newest));
    }

    private static Map<Part, PartMean> parts(List<Measured> newest) {
        Map<Part, PartMean> means = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            List<Double> values = newest.subList(0, Trend.FEWEST).stream()
                    .map(measured -> measured.interest().parts().get(part))
                    .filter(Objects::nonNull)
                    .toList();
            values.stream()
                    .mapToDouble(value -> value)
                    .average()
                    .ifPresent(mean -> means.put(part, new PartMean(mean, values.size())));
        }
        return means;
    }
}
