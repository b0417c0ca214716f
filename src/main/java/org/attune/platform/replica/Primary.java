package org.attune.platform.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.replication.LogSequenceNumber;

/**
 * Everything the primary has shown anybody so far lies before this mark. A change is seen only after its commit was flushed; where
 * somebody has turned that off, what was inserted so far is the mark.
 */
record Primary(DataSource database) {

    private static final String MARK = """
            select case when current_setting('synchronous_commit') = 'off' then pg_current_wal_insert_lsn()
                        else pg_current_wal_flush_lsn() end::text""";

    LogSequenceNumber mark() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(MARK);
                ResultSet row = question.executeQuery()) {
            row.next();
            return LogSequenceNumber.valueOf(row.getString(1));
        }
    }
}
