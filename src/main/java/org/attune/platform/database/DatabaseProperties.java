package org.attune.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is reached. Without a URL Attune runs its own.
 *
 * @param url JDBC URL of an external PostgreSQL
 * @param username its owner role, which runs the migrations
 * @param applicationUsername the role everything else runs as
 * @param applicationPassword its password; none derives it from the owner's, so that all instances agree
 * @param port where the embedded PostgreSQL listens; 0 takes a free one
 */
@ConfigurationProperties("attune.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("attune_app") String applicationUsername,
        @Nullable String applicationPassword,
        @DefaultValue("0") int port) {

    boolean external() {
        return url != null && !url.isBlank();
    }

    /** The owner's sign-in to the external database. */
    DatabaseLogin externalOwner() {
        String address = url == null ? "" : url.trim();
        if (!address.startsWith("jdbc:postgresql:")) {
            throw new DatabaseUnavailable(
                    "The database address attune.database.url does not begin with jdbc:postgresql:.",
                    "Set ATTUNE_DATABASE_URL to something like jdbc:postgresql://host:5432/attune, or leave it out to"
                            + " let Attune run its own database.");
        }
        if (username == null || username.isBlank()) {
            throw new DatabaseUnavailable(
                    "The address of a database is set, but nobody to sign in as.",
                    "Set ATTUNE_DATABASE_USERNAME and ATTUNE_DATABASE_PASSWORD to the owner of the database.");
        }
        return new DatabaseLogin(address, username, password == null ? "" : password);
    }
}
