package org.attune.platform.replica;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.attune.platform.database.DatabaseLogin;
import org.attune.platform.database.DatabaseUnavailable;

/** Connections like those to the primary, except that nobody waits long for one. */
final class ReplicaPool {

    private static final int SECONDS_TO_CONNECT = 2;

    /** A page is done in a fraction of that; a replica that is gone without a word is noticed. */
    private static final int SECONDS_OF_SILENCE = 15;

    private static final long WAIT = 500;

    private ReplicaPool() {}

    static HikariConfig beside(HikariDataSource primary, DatabaseLogin role, ReplicaProperties properties) {
        if (!properties.address().startsWith("jdbc:postgresql:")) {
            throw new DatabaseUnavailable(
                    "The address of the replica, attune.database.replica.url, does not begin with jdbc:postgresql:.",
                    "Set ATTUNE_DATABASE_REPLICA_URL to something like jdbc:postgresql://replica:5432/attune, or leave"
                            + " it out to read everything from the primary.");
        }
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("attune-replica");
        pool.setJdbcUrl(properties.address());
        pool.setUsername(role.username());
        pool.setPassword(role.password());
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(properties.connections());
        pool.setConnectionInitSql(primary.getConnectionInitSql());
        pool.setDataSourceProperties(primary.getDataSourceProperties());
        pool.addDataSourceProperty("connectTimeout", SECONDS_TO_CONNECT);
        pool.addDataSourceProperty("socketTimeout", SECONDS_OF_SILENCE);
        pool.setConnectionTimeout(WAIT);
        pool.setValidationTimeout(WAIT);
        // Whether it is there is none of a start's business.
        pool.setInitializationFailTimeout(-1);
        return pool;
    }
}
