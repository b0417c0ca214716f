package org.attune.needs;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Reads roles from the columns of a row; whoever was not met yet has no column for having the problem. */
final class PersonRoles {

    private PersonRoles() {}

    static Set<PersonRole> of(ResultSet row) throws SQLException {
        Set<PersonRole> held = EnumSet.noneOf(PersonRole.class);
        ResultSetMetaData columns = row.getMetaData();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            for (PersonRole role : PersonRole.values()) {
                if (NeedWords.word(role).equals(columns.getColumnLabel(at)) && row.getBoolean(at)) {
                    held.add(role);
                }
            }
        }
        return held;
    }
}
