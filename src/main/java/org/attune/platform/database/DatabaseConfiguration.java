package org.attune.platform.database;

import java.nio.file.Path;
import org.attune.platform.Seal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Finds or starts the database; the migrations sign in as its owner, everything else as the application's role. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    /** Everything that holds a connection depends on this bean, so it is closed after the last request is done. */
    @Bean
    DatabaseServer databaseServer(
            DatabaseProperties properties,
            @Value("${attune.data-directory}") String directory,
            Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        if (!properties.external()) {
            DataDirectory data = DataDirectory.lock(Path.of(directory), demo);
            return EmbeddedPostgres.start(data, PostgresSettings.durable(properties.port()));
        }
        if (demo) {
            throw new DatabaseUnavailable(
                    "The demo fills its database with invented people, so it refuses the external one that is set.",
                    "Leave out ATTUNE_DATABASE_URL, or start without the profile demo.");
        }
        return properties::externalOwner;
    }

    @Bean
    ApplicationRole applicationRole(DatabaseServer server, DatabaseProperties properties) {
        return new ApplicationRole(server.owner(), properties.applicationUsername(), properties.applicationPassword());
    }

    @Bean
    JdbcConnectionDetails applicationConnection(ApplicationRole role) {
        DatabaseLogin login = role.login();
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return login.username();
            }

            @Override
            public String getPassword() {
                return login.password();
            }

            @Override
            public String getJdbcUrl() {
                return login.url();
            }
        };
    }

    @Bean
    FlywayConnectionDetails ownerConnection(DatabaseServer server) {
        DatabaseLogin login = server.owner();
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return login.username();
            }

            @Override
            public String getPassword() {
                return login.password();
            }

            @Override
            public String getJdbcUrl() {
                return login.url();
            }
        };
    }

    /** With the owner's password, which the database does not know, unless there is a key of its own. */
    @Bean
    Seal seal(DatabaseServer server, @Value("${attune.seal-key:}") String key) {
        return new Seal(key.isBlank() ? server.owner().password() : key);
    }

    /** The first migration grants rights to the application's role, so the role comes first. */
    @Bean
    FlywayMigrationStrategy migrateForTheApplicationRole(ApplicationRole role) {
        return flyway -> {
            role.prepare();
            flyway.migrate();
        };
    }
}
