package org.attune.platform.replica;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The primary, except for the one transaction to which a connection to the replica was offered. */
final class EitherDatabase extends DelegatingDataSource {

    EitherDatabase(DataSource primary) {
        super(primary);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection offered = Reading.current().map(Reading::take).orElse(null);
        return offered == null ? super.getConnection() : offered;
    }
}
