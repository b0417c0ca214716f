package org.attune.stages;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.TestDatabase;
import org.attune.platform.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DefaultStagesTests {

    private JdbcClient jdbc;
    private JdbcClient owner;
    private DefaultStages stages;

    @BeforeEach
    void nobodyIsHereYet() {
        TestDatabase database = TestDatabase.fresh();
        var login = database.application();
        jdbc = JdbcClient.create(new DriverManagerDataSource(login.url(), login.username(), login.password()));
        var all = database.owner();
        owner = JdbcClient.create(new DriverManagerDataSource(all.url(), all.username(), all.password()));
        stages = new DefaultStages(jdbc);
    }

    @Test
    void areCalledAsTheHouseSpeaks() {
        stages.speaking(Language.GERMAN);

        assertThat(names()).startsWith("Kennen, Mögen, Vertrauen").endsWith("Nicht jetzt, Getrennt");
    }

    @Test
    void keepTheirNamesInAHouseThatSpeaksEnglish() {
        stages.speaking(Language.ENGLISH);

        assertThat(names()).startsWith("Know, Like, Trust");
    }

    @Test
    void keepTheirNamesOnceSomebodyWorksWithThem() {
        owner.sql(
                        "insert into app_user (id, email, name, role, sells) values (uuidv7(), 'a@b.example', 'A', 'admin', false)")
                .update();

        stages.speaking(Language.GERMAN);

        assertThat(names()).startsWith("Know, Like, Trust");
    }

    private String names() {
        return jdbc.sql("select string_agg(name, ', ' order by position) from current_stage")
                .query(String.class)
                .single();
    }
}
