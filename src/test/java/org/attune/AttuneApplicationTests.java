package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class AttuneApplicationTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void runsAsTheApplicationRoleOnADatabaseInUtc() {
        var session = jdbc.sql("select current_user || ' ' || current_setting('TimeZone')")
                .query(String.class)
                .single();

        assertThat(session).isEqualTo("attune_app UTC");
    }
}
