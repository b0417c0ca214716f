package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** How files and failures leave the real server. */
@AttuneTest
class ServedFilesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ResourceUrlProvider files;

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private Somebody somebody;

    private final HttpClient browser = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/css/tokens.css",
                "/css/app.css",
                "/css/screens.css",
                "/js/app.js",
                "/js/list.js",
                "/img/icons.svg",
                "/img/mark.svg",
                "/fonts/figtree-latin-wght-normal.woff2",
                "/js/charts.js",
                "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
                "/webjars/chart.js/4.5.1/dist/chart.umd.min.js"
            })
    void everyFileCarriesTheHashOfItsContentAndIsKeptForAYear(String file) throws Exception {
        String hashed = files.getForLookupPath(file);
        HttpResponse<String> answer = get(String.valueOf(hashed));

        assertThat(hashed).matches(".*-[0-9a-f]{32}\\.\\w+");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contacts", "/css", "/", "/css/none.css", "/../application.yaml"})
    void whatIsNoFileKeepsItsAddress(String address) {
        assertThat(files.getForLookupPath(address)).isNull();
    }

    @Test
    void whatAStyleSheetRefersToCarriesItsHashToo() throws Exception {
        String tokens =
                get(String.valueOf(files.getForLookupPath("/css/tokens.css"))).body();

        assertThat(tokens).containsPattern("figtree-latin-wght-normal-[0-9a-f]{32}\\.woff2");
    }

    @Test
    void stylesAreCompressed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(String.valueOf(files.getForLookupPath("/css/app.css"))))
                .header("Accept-Encoding", "gzip")
                .build();

        assertThat(browser.send(request, BodyHandlers.ofByteArray()).headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void anUnmappedAddressShowsTheFrameAndAWayBack() {
        assertThat(pages.get().uri("/nowhere").with(Somebody.signedIn(somebody.whoSells())))
                .hasStatus(404)
                .bodyText()
                .contains("Nothing is here", "data-hat=\"sales\"", "/css/app-")
                .doesNotContain("Exception", "??");
    }

    @Test
    void textThatIsNotUtf8IsAnsweredAsUnreadable() throws Exception {
        String address = raw("GET /sign-in?to=%C3%28 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String form = raw(posted("username=%C3%28"));

        assertThat(address)
                .startsWith("HTTP/1.1 400")
                .contains("This could not be read")
                .doesNotContain("Exception");
        assertThat(form)
                .startsWith("HTTP/1.1 400")
                .contains("This could not be read")
                .doesNotContain("Exception");
    }

    @Test
    void aFormThatIsTooLargeIsAnsweredAsSuch() throws Exception {
        String answer = raw(posted("username=" + "x".repeat(2_100_000)));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("This is too large");
    }

    @Test
    void aBrokenAddressIsAnsweredAsUnreadable() throws Exception {
        String answer = raw("GET /sign-in?to=%GG HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String posted(String body) {
        return "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    /** What no client would let us send. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
