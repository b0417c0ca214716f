package org.attune.upkeep;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.attune.upkeep.DatabaseHealth.Table;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks PostgreSQL about itself, in two statements. */
@Component
class DatabaseReading {

    private static final int TABLES = 8;

    private final JdbcClient jdbc;
    private final DataSource database;

    DatabaseReading(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    DatabaseHealth read() {
        List<Table> largest = largest();
        return jdbc.sql("""
                        select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
                               pg_database_size(current_database()) as size, m.version || ' ' || m.description as migration,
                               m.installed_on as migrated_at,
                               (select count(*) from flyway_schema_history h where h.version is not null and h.success) as migrations,
                               (select h.version || ' ' || h.description from flyway_schema_history h where not h.success
                                 order by h.installed_rank desc limit 1) as broken
                          from flyway_schema_history m where m.version is not null and m.success
                         order by m.installed_rank desc limit 1""")
                .query((row, n) -> new DatabaseHealth(
                        row.getString("version"),
                        row.getInt("major"),
                        row.getLong("size"),
                        largest,
                        row.getString("migration"),
                        row.getTimestamp("migrated_at").toInstant(),
                        row.getInt("migrations"),
                        row.getString("broken")))
                .single();
    }

    private List<Table> largest() {
        return jdbc.sql("""
                        select c.relname, pg_total_relation_size(c.oid) as size, nullif(c.reltuples, -1)::bigint as rows
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname = 'public' and c.relkind = 'r'
                         order by 2 desc, 1 limit :most""")
                .param("most", TABLES)
                .query((row, n) ->
                        new Table(row.getString("relname"), row.getLong("size"), row.getObject("rows", Long.class)))
                .list();
    }

    /** Nothing where the connections come from elsewhere. */
    Optional<PoolHealth> pool() {
        try {
            if (!database.isWrapperFor(HikariDataSource.class)) {
                return Optional.empty();
            }
            HikariDataSource pool = database.unwrap(HikariDataSource.class);
            HikariPoolMXBean now = pool.getHikariPoolMXBean();
            return Optional.of(new PoolHealth(
                    now.getActiveConnections(),
                    now.getIdleConnections(),
                    pool.getMaximumPoolSize(),
                    now.getThreadsAwaitingConnection()));
        } catch (SQLException silent) {
            return Optional.empty();
        }
    }
}
