package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser reduced to what goes over the wire: a cookie, and the token of the page that was opened last. */
public final class WebClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private volatile int port;
    private volatile String token = "";

    public WebClient(int port) {
        this.port = port;
    }

    /** The same browser, after the server came back elsewhere. */
    void moveTo(int otherPort) {
        port = otherPort;
    }

    public String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request(path).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        Matcher matcher = TOKEN.matcher(response.body());
        token = matcher.find() ? matcher.group(1) : token;
        return response.body();
    }

    public int statusOf(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.discarding()).statusCode();
    }

    /** Was taken, and leads on. */
    static void sent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    /** Sends a form. */
    public HttpResponse<String> post(String path, Map<String, ?> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue().toString()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Sends what no browser would, with its token or without. */
    public HttpResponse<String> post(String path, byte[] form, boolean withToken)
            throws IOException, InterruptedException {
        String token = withToken ? "_csrf=" + encoded(this.token) + "&" : "";
        byte[] prefix = token.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(prefix, prefix.length + form.length);
        System.arraycopy(form, 0, whole, prefix.length, form.length);
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofByteArray(whole))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Sends a body of another kind, with the token in its header. */
    public HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** As somebody sends it who has no token. */
    public HttpResponse<String> postAsItIs(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE);
    }
}
