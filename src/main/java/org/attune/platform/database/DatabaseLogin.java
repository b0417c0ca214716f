package org.attune.platform.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One role's way into one database. */
public record DatabaseLogin(String url, String username, String password) {

    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    public DatabaseLogin as(String otherUsername, String otherPassword) {
        return new DatabaseLogin(url, otherUsername, otherPassword);
    }

    /** A password for another role, which everybody who knows this one arrives at and nobody can go back from. */
    String derivedPassword(String otherUsername) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] derived = mac.doFinal(("attune role " + otherUsername).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Without the password, which has no business in a log. */
    @Override
    public String toString() {
        return username + " at " + url;
    }
}
