package org.attune.coaching;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a manager looked at somebody's page: written down before it is shown, read by the person it is about. */
@Component
@Transactional
public class Looks {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    Looks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void looked(Viewer manager, UserId person) {
        jdbc.sql("""
                        insert into one_to_one_look (id, person_id, manager_id, looked_at) values (:id, :person, :manager, :now)""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("manager", manager.uuid())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Who looked at the page of this person, the newest first.
     *
     * @param manager only their looks; none for everybody's
     */
    @Transactional(readOnly = true)
    public List<Look> at(UserId person, @Nullable UserId manager) {
        return jdbc.sql("""
                        select u.name, l.looked_at from one_to_one_look l join app_user u on u.id = l.manager_id
                         where l.person_id = :person and (:manager::uuid is null or l.manager_id = :manager)
                         order by l.looked_at desc, l.id desc limit :most""")
                .param("person", person.value())
                .param("manager", manager == null ? null : manager.value())
                .param("most", MOST)
                .query((row, n) -> new Look(
                        row.getString("name"), row.getTimestamp("looked_at").toInstant()))
                .list();
    }
}
