package org.attune.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One role's way into one database. */
public record DatabaseLogin(String url, String username, String password) {

    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    public DatabaseLogin as(String otherUsername, String otherPassword) {
        return new DatabaseLogin(url, otherUsername, otherPassword);
    }

    /** Without the password, which has no business in a log. */
    @Override
    public String toString() {
        return username + " at " + url;
    }
}
