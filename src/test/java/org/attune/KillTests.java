package org.attune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.attune.FirstTalk.Said;
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

    private final FirstTalk talk = new FirstTalk();
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
            assertThat(talk.setUp(browser, WholeProcess.codeOf(attune))).isTrue();
            talk.begin(browser);
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
                assertThat(talk.log(browser, said).statusCode())
                        .as("sent again, still signed in")
                        .isEqualTo(303);
                assertThat(talk.log(browser, said).statusCode())
                        .as("and once more")
                        .isEqualTo(303);
            }
            String page = browser.get(talk.path() + "/turns?after=0");
            assertThat(acknowledged).allSatisfy(said -> assertThat(page).contains(said.words()));
        }

        List<Said> all = new ArrayList<>(acknowledged);
        all.addAll(unanswered);
        assertThat(kept()).containsExactlyInAnyOrderElementsOf(all);
    }

    private JavaProcess start() {
        return WholeProcess.start("--attune.data-directory=" + data);
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
                int status = talk.log(browser, said).statusCode();
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

    private List<Said> kept() throws SQLException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.start(DataDirectory.lock(data, false), PostgresSettings.durable(0));
        try (Connection connection = postgres.owner().open()) {
            return FirstTalk.keptIn(connection);
        } finally {
            postgres.close();
        }
    }
}
