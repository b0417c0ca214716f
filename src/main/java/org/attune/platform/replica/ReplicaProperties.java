package org.attune.platform.replica;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where else lists and dashboards are read. Without a URL nowhere.
 *
 * @param url JDBC URL of one streaming replica or several; the application's role signs in as on the primary
 * @param connections how many one instance opens at most
 * @param patience how long a page waits until the replica has what the primary had, before it asks the primary
 * @param rest how long a replica that failed is left alone
 */
@ConfigurationProperties("attune.database.replica")
record ReplicaProperties(
        @Nullable String url,
        @DefaultValue("20") int connections,
        @DefaultValue("20ms") Duration patience,
        @DefaultValue("10s") Duration rest) {

    /** Whether a replica is named; an empty setting names none. */
    boolean named() {
        return url != null && !url.isBlank();
    }

    String address() {
        return url == null ? "" : url.trim();
    }
}
