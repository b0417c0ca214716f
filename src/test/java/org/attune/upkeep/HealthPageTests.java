package org.attune.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.jobs.LeftUndone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How Attune is doing, for whoever looks after it. */
@AttuneTest
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HealthPageTests {

    private static final String PAGE = "/admin/health";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Upkeep upkeep;

    @Autowired
    private LeftUndone left;

    @Autowired
    private JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void somebodyLooksAfterIt() {
        admin = somebody.whoAdministers();
        // It says so every minute where jobs run, and in tests they do not run by themselves.
        jdbc.sql("update instance set seen_at = now()").update();
    }

    @AfterEach
    void asItWas() {
        jdbc.sql("delete from job_run").update();
        jdbc.sql("delete from instance where version = '0.0.1-elsewhere'").update();
    }

    @Test
    void onlyAdminsSeeIt() {
        assertThat(mvc.get().uri(PAGE).with(signedIn(admin))).hasStatusOk();
        assertThat(mvc.get().uri(PAGE).with(signedIn(somebody.whoSells()))).hasStatus(404);
        assertThat(mvc.get().uri(PAGE).with(signedIn(somebody.whoLeads(somebody.aTeam()))))
                .hasStatus(404);
    }

    @Test
    void itSaysWhatRunsAndOnWhat() {
        assertThat(mvc.get().uri(PAGE).with(signedIn(admin)))
                .bodyText()
                .contains("answers you", "on Java " + System.getProperty("java.runtime.version"))
                .contains(
                        "PostgreSQL 18",
                        "migrations, the latest on",
                        "connection",
                        "Largest tables",
                        "<code>turn</code>")
                .contains("E-mail", "href=\"/admin/mail\"")
                .contains("Let go what has reached its period", "End what was left open for seven days", "not yet");
    }

    @Test
    void whatAJobPassedOverIsNamedByItsNumberUntilItIsDone() {
        UUID item = Ids.next();
        left.note("health", item, new IllegalStateException("Helen said something"));
        try {
            assertThat(mvc.get().uri(PAGE).with(signedIn(admin)))
                    .bodyText()
                    .contains("One thing was passed over: Age the health of relationships, and count the day")
                    .contains(item.toString(), "IllegalStateException, HealthPageTests.java:")
                    .doesNotContain("Helen said something", "There is nothing to do.");
        } finally {
            left.done("health", List.of(item));
        }
        assertThat(mvc.get().uri(PAGE).with(signedIn(admin))).bodyText().doesNotContain(item.toString());
    }

    @Test
    void itCostsTheSameHoweverMuchThereIs() {
        int few = Statements.during(() -> upkeep.look());
        for (int i = 0; i < 30; i++) {
            ran("left_open", i, null);
        }
        assertThat(Statements.during(() -> upkeep.look())).isEqualTo(few).isLessThanOrEqualTo(8);
    }

    @Test
    void whatBrokeOffIsSaidWithWhatToDo() {
        ran("forgetting", 5, "DataAccessResourceFailureException, Retention.java:120");

        assertThat(upkeep.look().isWell()).isFalse();
        assertThat(mvc.get().uri(PAGE).with(signedIn(admin)))
                .bodyText()
                .contains("This broke off: Let go what has reached its period", "It is tried again by itself")
                .contains("DataAccessResourceFailureException, Retention.java:120");
    }

    @Test
    void whatShouldHaveBegunLongAgoIsSaidWithWhatToDo() {
        ran("left_open", 60 * 24, null);
        assertThat(mvc.get().uri(PAGE).with(signedIn(admin)))
                .bodyText()
                .contains("This should have begun already: End what was left open for seven days");
    }

    @Test
    void instancesOfTwoVersionsAreSaidWithWhatToDo() {
        jdbc.sql("""
                        insert into instance (id, version, java, started_at, seen_at)
                        values (:id, '0.0.1-elsewhere', '17', now(), now())""").param("id", Ids.next()).update();
        assertThat(mvc.get().uri(PAGE).with(signedIn(admin)))
                .bodyText()
                .contains("Instances of different versions run on one database.", "Attune 0.0.1-elsewhere");
    }

    @Test
    void itSpeaksGermanToo() {
        jdbc.sql("update app_user set locale = 'de-DE' where id = :id")
                .param("id", admin.uuid())
                .update();
        assertThat(mvc.get().uri(PAGE).with(signedIn(admin)))
                .bodyText()
                .contains("Wie es Attune geht", "Was Attune von selbst tut")
                .doesNotContain("??");
    }

    private void ran(String job, int minutesAgo, @Nullable String failure) {
        jdbc.sql("""
                        insert into job_run (job, instance, started_at, finished_at, failure)
                        values (:job, uuidv7(), now() - :ago * interval '1 minute', now() - :ago * interval '1 minute', :failure)""")
                .param("job", job)
                .param("ago", minutesAgo)
                .param("failure", failure)
                .update();
    }
}
