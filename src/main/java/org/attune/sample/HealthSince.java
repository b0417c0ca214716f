package org.attune.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Says up to which day health is kept already, so that it is reckoned day by day from a quarter of a year ago on and not over ten
 * years. Of whoever spoke with us less than three times nothing else can come out than <i>unknown</i> on any of these days, so of them
 * that is written down, and only today is reckoned.
 */
final class HealthSince {

    private static final int DAYS = 90;

    private static final String UNKNOWN = """
            with one as (
              select c.id, c.team_id, greatest(date '%1$s' + 1, (c.created_at at time zone o.zone)::date) as first,
                     (c.archived_at at time zone o.zone)::date as archived,
                     (select count(*) from participant p where p.contact_id = c.id) < 3 as unknown
                from contact c cross join organisation o),
            first as (
              insert into health_history (contact_id, day, band, team_id)
              select id, first, 'unknown', case when archived is null or archived > first then team_id end from one
               where unknown and first < date '%2$s'
              union all
              select id, archived, 'unknown', null from one where unknown and archived > first and archived < date '%2$s')
            insert into contact_health (contact_id, day, band, band_since, two_way)
            select id, case when unknown then date '%2$s' - 1 else date '%1$s' end, 'unknown', first, 0
              from one where first < date '%2$s' and (unknown or first = date '%1$s' + 1)""";

    private HealthSince() {}

    static void write(Connection connection, LocalDate until) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze participant");
            statement.execute(UNKNOWN.formatted(until.minusDays(DAYS), until));
        }
    }
}
