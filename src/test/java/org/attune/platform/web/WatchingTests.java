package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.attune.AttuneTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What watches over Attune: on a port of its own, and only what is meant for it. */
@AttuneTest
class WatchingTests {

    @LocalManagementPort
    private int watching;

    @LocalServerPort
    private int pages;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void healthIsReportedAloneAndWithTheDatabase() throws Exception {
        assertThat(get(watching, "/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get(watching, "/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void measuresAreThereForPrometheus() throws Exception {
        assertThat(get(watching, "/actuator/prometheus").body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections");
    }

    @Test
    void nothingElseIsThere() throws Exception {
        for (String path : new String[] {"", "/env", "/beans", "/heapdump", "/loggers", "/shutdown", "/configprops"}) {
            assertThat(get(watching, "/actuator" + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theirPortAndThatOfThePagesAreTwo() throws Exception {
        assertThat(get(pages, "/actuator/health").statusCode()).isEqualTo(404);
        assertThat(get(watching, "/sign-in").statusCode()).isEqualTo(404);
    }

    @Test
    void aRequestKeepsTheReferenceItCameWith() throws Exception {
        assertThat(sendWithReference("abc-123_X")).isEqualTo("abc-123_X");
        assertThat(sendWithReference("Marzipan Elephant")).matches("[0-9a-f]{12}");
        assertThat(sendWithReference("a".repeat(65))).matches("[0-9a-f]{12}");
    }

    private String sendWithReference(String reference) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + pages + "/sign-in"))
                .header("X-Request-Id", reference)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
