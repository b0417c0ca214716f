package org.attune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.attune.platform.Ids;
import org.attune.platform.database.DataDirectory;
import org.attune.platform.database.EmbeddedPostgres;
import org.attune.platform.database.PostgresSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kills all of Attune while people log turns in their browsers, and looks for what they were told is kept. */
@DisabledOnOs(OS.WINDOWS)
class KillTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int WRITERS = 3;
    private static final int ENOUGH = 30;
    private static final UUID HELEN = Ids.next();
    private static final UUID TALK = Ids.next();

    private record Said(UUID id, String words) {}

    private final Queue<Said> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Said> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> refused = new ConcurrentLinkedQueue<>();

    private final Path data;

    KillTests(@TempDir Path directory) {
        this.data = directory.resolve("data");
    }

    @Test
    void everyAcknowledgedTurnIsThereOnceAfterAKillAndTheRestMayBeSentAgain() throws Exception {
        WebClient browser;
        try (JavaProcess attune = start()) {
            browser = new WebClient(WholeProcess.portOf(attune));
            setUpWith(WholeProcess.codeOf(attune), browser);
            beginATalk(browser);
            List<Thread> writers = logFromSeveralTabs(browser);
            await().atMost(PATIENCE).until(() -> acknowledged.size() >= ENOUGH || !refused.isEmpty());
            attune.kill();
            for (Thread writer : writers) {
                writer.join(PATIENCE.toMillis());
            }
        }
        assertThat(refused).isEmpty();
        assertThat(unanswered).as("every tab was cut off").hasSize(WRITERS);

        try (JavaProcess attune = start()) {
            browser.moveTo(WholeProcess.portOf(attune));
            for (Said said : unanswered) {
                assertThat(log(browser, said)).as("sent again, still signed in").isEqualTo(303);
                assertThat(log(browser, said)).as("and once more").isEqualTo(303);
            }
            String page = browser.get("/conversations/" + TALK + "/turns?after=0");
            assertThat(acknowledged).allSatisfy(said -> assertThat(page).contains(said.words()));
        }

        List<Said> all = new ArrayList<>(acknowledged);
        all.addAll(unanswered);
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(all);
    }

    private JavaProcess start() {
        return WholeProcess.start("--attune.data-directory=" + data);
    }

    private static void setUpWith(String code, WebClient browser) throws IOException, InterruptedException {
        browser.get("/set-up");
        sent(browser.post(
                "/set-up",
                Map.ofEntries(
                        Map.entry("id", Ids.next()),
                        Map.entry("code", code),
                        Map.entry("organisation", "Nordwind"),
                        Map.entry("name", "Anna Admin"),
                        Map.entry("email", "anna@nordwind.example"),
                        Map.entry("password", "a quiet harbour in the fog"),
                        Map.entry("zone", "Europe/Berlin"),
                        Map.entry("region", "DE"),
                        Map.entry("language", "ENGLISH"),
                        Map.entry("currency", "EUR"),
                        Map.entry("sells", "true"),
                        Map.entry("team", "North"))));
        browser.get("/contacts");
    }

    private static void beginATalk(WebClient browser) throws IOException, InterruptedException {
        sent(browser.post("/contacts", Map.of("id", HELEN, "version", "0", "givenName", "Helen")));
        sent(browser.post(
                "/conversations",
                Map.of(
                        "id",
                        TALK,
                        "participants",
                        HELEN,
                        "channel",
                        "CALL",
                        "startedBy",
                        "THEY",
                        "visibility",
                        "TEAM",
                        "_askedFor",
                        "on",
                        "kind",
                        "begin")));
    }

    private static void sent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private List<Thread> logFromSeveralTabs(WebClient browser) {
        return IntStream.range(0, WRITERS)
                .mapToObj(tab -> {
                    Thread writer = new Thread(() -> logUntilCutOff(browser, tab));
                    writer.start();
                    return writer;
                })
                .toList();
    }

    private void logUntilCutOff(WebClient browser, int tab) {
        for (int number = 1; ; number++) {
            Said said = new Said(Ids.next(), "Surcharge " + number + " of list " + tab + " was not billed.");
            try {
                int status = log(browser, said);
                if (status != 303) {
                    refused.add(status);
                    return;
                }
                acknowledged.add(said);
            } catch (IOException | InterruptedException cutOff) {
                unanswered.add(said);
                return;
            }
        }
    }

    private static int log(WebClient browser, Said said) throws IOException, InterruptedException {
        return browser.post(
                        "/conversations/" + TALK + "/turns",
                        Map.of("id", said.id(), "move", "listen", "speaker", HELEN, "text", said.words()))
                .statusCode();
    }

    /** As the database has it, past everything that could hide a second row. */
    private List<Said> kept() throws SQLException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(DataDirectory.lock(data, false), PostgresSettings.durable(0));
        try (Connection connection = postgres.owner().open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, words from turn order by seq")) {
            List<Said> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Said(rows.getObject(1, UUID.class), rows.getString(2)));
            }
            return found;
        } finally {
            postgres.close();
        }
    }
}
