package org.attune.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the health of relationships moved. Each is one statement. */
@Component
@Transactional(readOnly = true)
public class HealthMovements {

    private final JdbcClient jdbc;

    HealthMovements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What became of one relationship within the last ninety days.
     *
     * @param newHands who works with them since then, and who did before
     */
    public record Lately(@Nullable HealthCourse course, HealthPanel.@Nullable NewHands newHands) {}

    public Lately lately(Viewer viewer, ContactId contact, LocalDate today) {
        List<HealthCourse.Point> points = new ArrayList<>();
        List<HealthPanel.NewHands> hands = new ArrayList<>();
        jdbc.sql("""
                        select y.day, y.score, null as from_name, null as to_name
                          from seen_contact(:viewer) c join health_history y on y.contact_id = c.id
                         where c.id = :id and y.day <= :today and y.day >= coalesce((
                               select max(z.day) from health_history z where z.contact_id = c.id and z.day <= :since), '-infinity')
                        union all
                        (select (o.changed_at at time zone z.zone)::date, null, f.name, t.name
                           from seen_contact(:viewer) c cross join organisation z
                           join contact_owner_change o on o.contact_id = c.id
                           join app_user f on f.id = o.from_user join app_user t on t.id = o.to_user
                          where c.id = :id and o.to_user = c.owner_id and (o.changed_at at time zone z.zone)::date >= :since
                          order by o.changed_at desc limit 1)
                        order by day""")
                .param("viewer", viewer.uuid())
                .param("id", contact.value())
                .param("today", today)
                .param("since", today.minusDays(HealthCourse.DAYS))
                .query((ResultSet row) -> {
                    String from = row.getString("from_name");
                    if (from == null) {
                        points.add(new HealthCourse.Point(day(row), row.getObject("score", Integer.class)));
                    } else {
                        hands.add(new HealthPanel.NewHands(from, row.getString("to_name"), day(row)));
                    }
                });
        return new Lately(
                HealthCourse.of(points, today).orElse(null),
                hands.stream().findFirst().orElse(null));
    }

    /** Of those one works with, whoever is in another band since that day; who is new has not moved. The lowest first. */
    public List<BandMove> since(Viewer viewer, LocalDate day, int atMost) {
        return jdbc.sql("""
                        select c.id, c.name, b.band as was, h.band, h.score, h.band_since as day
                          from (select s.contact_id from contact_standing s
                                 where s.owner_id = :viewer and s.counted and s.band_since >= :day
                                union
                                select x.contact_id from companion x join contact_standing s on s.contact_id = x.contact_id
                                 where x.user_id = :viewer and (x.until is null or x.until >= current_date)
                                   and s.band_since >= :day) w
                         cross join lateral (
                            select x.* from seen_contact(:viewer) x where x.id = w.contact_id and x.archived_at is null offset 0) c
                          join contact_health h on h.contact_id = c.id and h.band_since >= :day
                         cross join lateral (
                            select y.band from health_history y where y.contact_id = c.id and y.day < h.band_since
                             order by y.day desc limit 1) b
                         where b.band <> h.band
                         order by h.score nulls last, c.id limit :most""")
                .param("viewer", viewer.uuid())
                .param("day", day)
                .param("most", atMost)
                .query((row, n) -> new BandMove(
                        new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("name"),
                        Band.ofCode(row.getString("was")),
                        Band.ofCode(row.getString("band")),
                        row.getObject("score", Integer.class),
                        day(row)))
                .list();
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("day", LocalDate.class));
    }
}
