package org.attune.access;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those who work with customers, for what an admin sets up on their behalf. */
@Component
@Transactional(readOnly = true)
public class Sellers {

    private final JdbcClient jdbc;

    Sellers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody active who works with customers. */
    public Optional<Viewer> find(UserId id) {
        return jdbc.sql(UserRows.ACTIVE + " and u.sells and u.id = :id")
                .param("id", id.value())
                .query(UserRows::signedIn)
                .optional()
                .map(SignedIn::viewer);
    }

    /** Those of them who sign in with one of these addresses, by the address in small letters. */
    public Map<String, Viewer> byEmail(Collection<String> addresses) {
        return jdbc
                .sql(UserRows.ACTIVE + " and u.sells and lower(u.email) = any (:addresses)")
                .param(
                        "addresses",
                        addresses.stream()
                                .map(address -> address.toLowerCase(Locale.ROOT))
                                .distinct()
                                .toArray(String[]::new))
                .query(UserRows::signedIn)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        seller -> seller.email().toLowerCase(Locale.ROOT), SignedIn::viewer, (one, other) -> one));
    }
}
