package org.attune.people;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes two requests that bring the same thing wait for each other, so that the second finds what the first has made. */
@Component
class OnceById {

    private final JdbcClient jdbc;

    OnceById(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends. */
    void wait(UUID id) {
        take(id.toString());
    }

    void wait(String kind, String name) {
        take(kind + " " + name);
    }

    private void take(String what) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", what)
                .query(Integer.class)
                .single();
    }
}
