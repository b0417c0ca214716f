package org.attune.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/** A server that speaks OpenID Connect, started when a test first goes there. Its address is known before. */
public final class OpenIdServer {

    private static final String NAME = "nordwind";
    private static final int PORT = nobodysPort();
    private static @Nullable OpenIdServer running;

    private final MockOAuth2Server server = new MockOAuth2Server();

    private OpenIdServer() {
        server.start(PORT);
    }

    public static String issuer() {
        return "http://localhost:" + PORT + "/" + NAME;
    }

    public static synchronized OpenIdServer running() {
        OpenIdServer now = running;
        if (now == null) {
            now = new OpenIdServer();
            running = now;
            Runtime.getRuntime().addShutdownHook(new Thread(now.server::shutdown));
        }
        return now;
    }

    /** About whoever comes next. */
    public void willSay(String subject, Map<String, Object> claims) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of("attune"), claims, 300));
    }

    /** Where it leads whoever comes there. */
    public URI answers(URI question) throws IOException, InterruptedException {
        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(question).build(), HttpResponse.BodyHandlers.discarding());
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** On which nothing listens. */
    public static int nobodysPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
