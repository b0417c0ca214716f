package org.attune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.attune.FirstTalk.Said;
import org.attune.platform.Ids;
import org.attune.platform.database.DatabaseLogin;
import org.attune.platform.database.PrimaryAndStandby;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances behind a balancer without sticky sessions, a primary and a hot standby: nobody notices that the instances are
 * started anew one after the other, that the standby lags, or that it is gone.
 */
@DisabledOnOs(OS.WINDOWS)
@TestInstance(Lifecycle.PER_CLASS)
class SeveralInstancesTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> PAGES =
            List.of("/contacts", "/dashboards", "/dashboards/listening", "/dashboards/health", "/voice", "/companies");

    /** An instance, and what the balancer knows of it. */
    private record Instance(JavaProcess process, RoundRobin.Behind behind, int watched) {}

    private final FirstTalk talk = new FirstTalk();
    private final Queue<Said> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final HttpClient watcher = HttpClient.newHttpClient();

    private final List<JavaProcess> processes = new ArrayList<>();

    private PrimaryAndStandby databases;
    private RoundRobin balancer;
    private Instance one;
    private Instance other;
    private WebClient anna;

    @BeforeAll
    void twoInstances(@TempDir Path directory) throws Exception {
        databases = PrimaryAndStandby.start(directory);
        balancer = new RoundRobin();
        JavaProcess first = start();
        JavaProcess second = start();
        one = behind(first);
        other = behind(second);
        anna = new WebClient(balancer.port());
        setUp();
    }

    @AfterAll
    void stop() throws Exception {
        processes.forEach(JavaProcess::kill);
        if (balancer != null) {
            balancer.close();
        }
        if (databases != null) {
            databases.close();
        }
    }

    @Test
    void startedAnewOneAfterTheOtherUnderLoadNothingFailsAndNothingIsLostOrDoubled() throws Exception {
        ScheduledExecutorService people = Executors.newScheduledThreadPool(2);
        for (int person = 0; person < 2; person++) {
            // With a breath in between: people think, and the instance that starts needs the processor.
            people.scheduleWithFixedDelay(works(person), 0, 150, TimeUnit.MILLISECONDS);
        }
        await().atMost(PATIENCE).until(() -> acknowledged.size() >= 10 || !wrong.isEmpty());
        assertThat(fromReplica(one) + fromReplica(other)).isPositive();
        one = anew(one);
        other = anew(other);
        await().atMost(PATIENCE)
                .until(() -> !wrong.isEmpty()
                        || (one.behind().answered() > 10 && other.behind().answered() > 10));
        people.shutdown();
        assertThat(people.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("everybody is done")
                .isTrue();

        assertThat(wrong).as("of %s answers", answers).isEmpty();
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(fromReplica(one)).as("reads from the standby").isPositive();
        assertThat(fromReplica(other)).as("reads from the standby").isPositive();
        everyJobWasRunByOneInstanceAtATime();
    }

    private void everyJobWasRunByOneInstanceAtATime() throws SQLException {
        assertThat(ask("select count(distinct job) from job_run where finished_at is not null and failure is null"))
                .as("jobs that were run, although two instances look for them every second")
                .isEqualTo(ask("select count(distinct job) from job_run"))
                .isNotEqualTo("0");
        assertThat(ask("""
                        select count(*) from job_run a join job_run b on a.job = b.job and a.id < b.id
                         where a.started_at < coalesce(b.finished_at, now()) and b.started_at < coalesce(a.finished_at, now())""")).as("runs of one job at the same time").isEqualTo("0");
    }

    @Test
    void aStandbyThatLagsShowsNobodyWhatWasTakenFromThemOrHidesWhatTheyWrote() throws Exception {
        WebClient ben = signedIn("ben@nordwind.example");
        logged(anna, "The marzipan list is kept by hand.");
        assertThat(ben.get("/search?q=marzipan")).contains(talk.path());
        databases.pauseReplay();
        try {
            change("update organisation set team_sees_contacts = false");
            for (int look = 0; look < 4; look++) {
                assertThat(ben.get("/search?q=marzipan")).doesNotContain(talk.path());
            }
            logged(anna, "The nougat list is, too.");
            for (int look = 0; look < 4; look++) {
                assertThat(anna.get("/search?q=nougat")).contains(talk.path());
            }
            change("update app_user set deactivated_at = now() where email = 'ben@nordwind.example'");
            assertThat(ben.statusOf("/contacts")).isNotEqualTo(200);
        } finally {
            databases.resumeReplay();
            change("update app_user set deactivated_at = null where email = 'ben@nordwind.example'");
            change("update organisation set team_sees_contacts = true");
        }
        comesFromTheReplicaAgain("/search?q=marzipan");
    }

    @Test
    void aStandbyThatIsGoneIsNotMissedAndIsFoundAgain() throws Exception {
        comesFromTheReplicaAgain("/contacts");
        databases.stopStandby();
        for (String page : PAGES) {
            anna.get(page);
            anna.get(page);
        }
        databases.startStandby();
        comesFromTheReplicaAgain("/contacts");
        assertThat(anna.get("/admin/health")).contains("went to the replica");
    }

    private void comesFromTheReplicaAgain(String page) {
        await().atMost(PATIENCE).until(() -> {
            double before = fromReplica(one) + fromReplica(other);
            anna.get(page);
            anna.get(page);
            return fromReplica(one) + fromReplica(other) > before;
        });
    }

    private JavaProcess start() {
        DatabaseLogin owner = databases.primary();
        JavaProcess process = WholeProcess.start(
                "--attune.database.url=" + owner.url(),
                "--attune.database.username=" + owner.username(),
                "--attune.database.password=" + owner.password(),
                "--attune.database.replica.url=" + databases.standby().url(),
                "--attune.database.replica.rest=1s",
                "--attune.drain=1s",
                "--attune.jobs.look=* * * * * *",
                "--spring.datasource.hikari.maximum-pool-size=10");
        processes.add(process);
        return process;
    }

    private Instance behind(JavaProcess process) {
        int port = WholeProcess.portOf(process);
        int watched = WholeProcess.watchedPortOf(process);
        RoundRobin.Behind behind = balancer.add(port, watched);
        await().atMost(PATIENCE).until(behind::isReady);
        return new Instance(process, behind, watched);
    }

    private Instance anew(Instance old) {
        old.process().terminate();
        balancer.remove(old.behind());
        return behind(start());
    }

    private void setUp() throws Exception {
        assertThat(talk.setUp(anna, WholeProcess.codeOf(one.process()))
                        || talk.setUp(anna, WholeProcess.codeOf(other.process())))
                .as("the code of whichever said it last holds")
                .isTrue();
        change("""
                insert into app_user (id, email, name, role, sells, team_id, zone, locale, password_hash)
                select '%s', 'ben@nordwind.example', 'Ben Seller', 'salesperson', true, team_id, zone, locale, password_hash
                  from app_user where email = 'anna@nordwind.example'""".formatted(Ids.next()));
        change("update organisation set team_sees_contacts = true");
        talk.begin(anna);
    }

    private WebClient signedIn(String email) throws IOException, InterruptedException {
        WebClient browser = new WebClient(balancer.port());
        browser.get("/sign-in");
        WebClient.sent(browser.post("/sign-in", Map.of("email", email, "password", FirstTalk.PASSWORD)));
        browser.get("/contacts");
        return browser;
    }

    /** Somebody who signed in, writes down what was said, and finds it on the next page, which may come from anywhere. */
    private Runnable works(int person) throws IOException, InterruptedException {
        WebClient browser = signedIn(FirstTalk.ANNA);
        AtomicInteger number = new AtomicInteger();
        return () -> {
            try {
                worksOnce(browser, person, number.incrementAndGet());
            } catch (IOException | InterruptedException | AssertionError failure) {
                wrong.add(failure.toString());
            }
        };
    }

    private void worksOnce(WebClient browser, int person, int number) throws IOException, InterruptedException {
        String word = "surcharge" + (char) ('a' + person) + number;
        logged(browser, "The " + word + " was not billed.");
        String found = browser.get("/search?q=" + word);
        if (!found.contains(talk.path())) {
            wrong.add("just written and not found: " + word);
        }
        browser.get(PAGES.get((person + number) % PAGES.size()));
        answers.addAndGet(3);
    }

    private void logged(WebClient browser, String words) throws IOException, InterruptedException {
        Said said = new Said(Ids.next(), words);
        WebClient.sent(talk.log(browser, said));
        acknowledged.add(said);
    }

    /** As the instance itself counts them. */
    private double fromReplica(Instance instance) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + instance.watched() + "/actuator/prometheus"))
                .build();
        return watcher.send(question, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("attune_reads_total") && line.contains("from=\"replica\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private List<Said> kept() throws SQLException {
        try (Connection connection = databases.primary().open()) {
            return FirstTalk.keptIn(connection);
        }
    }

    private String ask(String question) throws SQLException {
        return PrimaryAndStandby.ask(databases.primary(), question);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = databases.primary().open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
