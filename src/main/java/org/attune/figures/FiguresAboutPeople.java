package org.attune.figures;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may see figures about whom. Queries start from {@code figured_user(:viewer)} and {@code figured_conversation(:viewer)} in
 * the database; a single figure asks {@link #mayBeSeen}.
 */
@Component
@Transactional
public class FiguresAboutPeople {

    private static final String NEWEST = """
            select s.number, s.level, s.set_at, u.name from figures_setting s left join app_user u on u.id = s.set_by
             order by s.number desc limit 1""";

    private final JdbcClient jdbc;
    private final Clock clock;

    FiguresAboutPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param people who would be seen, and by how many managers */
    public record Reach(int people, int managers) {}

    @Transactional(readOnly = true)
    public FiguresSetting current() {
        return jdbc.sql(NEWEST)
                .query((row, n) -> new FiguresSetting(
                        FiguresLevel.of(row.getString("level")),
                        row.getInt("number"),
                        row.getString("name"),
                        row.getTimestamp("set_at").toInstant()))
                .single();
    }

    /** Whether this viewer may see figures about that person. */
    @Transactional(readOnly = true)
    public boolean mayBeSeen(Viewer viewer, UserId person) {
        return jdbc.sql("select exists (select from figured_user(:viewer) p where p = :person)")
                .param("viewer", viewer.uuid())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** How many people their managers would see, and how many managers these are. */
    @Transactional(readOnly = true)
    public Reach reach() {
        return jdbc.sql("""
                        select count(distinct u.id) as people, count(distinct m.id) as managers
                          from app_user u join team_lead l on l.team_id = u.team_id
                          join app_user m on m.id = l.user_id and m.role = 'manager' and m.deactivated_at is null and m.id <> u.id
                         where u.sells and u.deactivated_at is null""")
                .query((row, n) -> new Reach(row.getInt("people"), row.getInt("managers")))
                .single();
    }

    /**
     * Holds from everybody's next click on. What holds already is not settled again.
     *
     * @param number of the setting the admin saw
     * @throws ChangedMeanwhile where another admin settled something else since
     */
    public void settle(Viewer admin, FiguresLevel level, int number) {
        FiguresSetting now = current();
        if (now.level() == level) {
            return;
        }
        if (now.number() != number) {
            throw new ChangedMeanwhile(now.level().code(), level.code(), now.number());
        }
        try {
            jdbc.sql("insert into figures_setting (number, level, set_by, set_at) values (:number, :level, :by, :at)")
                    .param("number", number + 1)
                    .param("level", level.code())
                    .param("by", admin.uuid())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException another) {
            throw new ChangedMeanwhile("", level.code());
        }
    }

    /** What somebody who works with customers has to be told: that their managers see figures about them. */
    @Transactional(readOnly = true)
    public Optional<FiguresSetting> toTell(Viewer viewer) {
        return jdbc.sql("select * from (" + NEWEST + """
                        ) s where s.level = 'own_eyes_and_manager' and not exists (
                          select from figures_told t where t.user_id = :viewer and t.number = s.number)""")
                .param("viewer", viewer.uuid())
                .query((row, n) -> new FiguresSetting(
                        FiguresLevel.of(row.getString("level")),
                        row.getInt("number"),
                        row.getString("name"),
                        row.getTimestamp("set_at").toInstant()))
                .optional();
    }

    /** They read it; they are not told again as long as it stays so. */
    public void told(Viewer viewer, int number) {
        jdbc.sql("""
                        insert into figures_told (user_id, number)
                        select :viewer, s.number from figures_setting s where s.number = :number on conflict do nothing""").param("viewer", viewer.uuid()).param("number", number).update();
    }
}
