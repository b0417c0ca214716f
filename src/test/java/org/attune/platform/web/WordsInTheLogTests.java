package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a customer said, wherever it is typed and whatever goes wrong with it, is nowhere in the log. */
@AttuneTest
@ExtendWith(OutputCaptureExtension.class)
class WordsInTheLogTests {

    private static final String WORDS = "MarzipanElephant";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void wordsInPlacesThatCannotTakeThem(CapturedOutput log) {
        var admin = somebody.whoAdministersAndSells();
        for (String path : new String[] {
            "/admin/people/" + WORDS, "/admin/people?after=" + WORDS, "/nothing?q=" + WORDS, "/invitations/" + WORDS
        }) {
            assertThat(mvc.get().uri(path).with(signedIn(admin))).hasStatus(404);
        }
        for (String field : new String[] {"zone", "theme", "hat", "version", "language", "region"}) {
            assertThat(mvc.post()
                            .uri("/preferences")
                            .param(field, WORDS)
                            .with(signedIn(admin))
                            .with(csrf()))
                    .hasStatus(422);
        }
        assertThat(mvc.post()
                        .uri("/admin/teams/" + Ids.next() + "/leads")
                        .param("manager", WORDS)
                        .with(signedIn(admin))
                        .with(csrf()))
                .hasStatus4xxClientError();
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("email", WORDS)
                        .param("password", WORDS)
                        .with(csrf()))
                .hasStatus(422);
        assertThat(mvc.patch()
                        .uri("/preferences")
                        .param("name", WORDS)
                        .with(signedIn(admin))
                        .with(csrf()))
                .hasStatus(405);
        assertThat(log).doesNotContain(WORDS);
    }

    @Test
    void wordsInARequestThatIsNone(CapturedOutput log) throws IOException {
        assertThat(answer("GET /contacts?q=\u00e4" + WORDS + "<> HTTP/1.1\r\nHost: localhost\r\n"))
                .contains(" 400 ");
        assertThat(answer("GET /sign-in?to=%zz" + WORDS + " HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1");
        assertThat(answer("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nBad Header " + WORDS + "\r\n"))
                .startsWith("HTTP/1.1");
        assertThat(log).doesNotContain(WORDS);
    }

    @Test
    void theDatabaseNamesTheRuleAndNotTheRow() {
        var id = Ids.next();
        somebody.aTeam();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("insert into team (id, name) values (:id, :name)")
                        .param("id", id)
                        .param("name", WORDS.repeat(10))
                        .update())
                .satisfies(refused -> assertThat(refused.toString() + refused.getCause())
                        .contains("team_name_check")
                        .doesNotContain(WORDS));
    }

    @Test
    void whatBreaksIsLoggedWithKindsAndPlacesOnly(CapturedOutput log) throws Exception {
        var request = new MockHttpServletRequest("POST", "/turns/" + WORDS);
        var response = new MockHttpServletResponse();

        new BrokenRequests().doFilter(request, response, (req, res) -> {
            throw new IllegalStateException(WORDS, new IllegalArgumentException("No enum constant " + WORDS));
        });

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(log)
                .contains("POST (unmapped) failed", "IllegalStateException", "IllegalArgumentException")
                .contains("WordsInTheLogTests")
                .doesNotContain(WORDS);
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
