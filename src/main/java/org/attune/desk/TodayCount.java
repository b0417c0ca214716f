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

    /** A function, so that its plans are kept: this is asked on every page. */
    private static final String WAITING = "select waiting_today(:viewer, :today, :evening, :enough)";

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
