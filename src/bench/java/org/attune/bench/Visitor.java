package org.attune.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Somebody with a browser: signed in once, asking for pages one at a time and taking them compressed. */
final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(attune=[^;]+)");

    private final String role;
    private final String email;
    private final String cookie;
    private final String token;

    private Visitor(String role, String email, String cookie, String token) {
        this.role = role;
        this.email = email;
        this.cookie = cookie;
        this.token = token;
    }

    /** What came back, and how long it took until the last byte of it. */
    record Answer(int status, long nanos, int bytes, String body, String location) {}

    /** Somebody who is not signed in. */
    static Visitor nobody() {
        return new Visitor("", "nobody", "", "");
    }

    static Visitor signIn(URI address, String role, String email, String password) {
        Visitor nobody = nobody();
        HttpResponse<byte[]> page =
                nobody.send(nobody.request(address, "/sign-in").build());
        Visitor atTheDoor = new Visitor(role, email, cookie(page, ""), token(text(page)));
        Map<String, String> form = new LinkedHashMap<>(Map.of("email", email, "password", password));
        HttpResponse<byte[]> in = atTheDoor.send(atTheDoor.posting(address, "/sign-in", form, false));
        if (in.statusCode() / 100 != 3) {
            throw new IllegalStateException(email + " was not let in: " + in.statusCode());
        }
        Visitor inside = new Visitor(role, email, cookie(in, atTheDoor.cookie), "");
        Answer preferences = inside.get(address, "/preferences");
        return new Visitor(role, email, inside.cookie, token(preferences.body()));
    }

    String role() {
        return role;
    }

    String email() {
        return email;
    }

    String cookie() {
        return cookie;
    }

    /** What a form of theirs carries against forgery. */
    String token() {
        return token;
    }

    Answer get(URI address, String path) {
        return timed(request(address, path).build());
    }

    Answer post(URI address, String path, Map<String, String> form, boolean fragment) {
        return timed(posting(address, path, form, fragment));
    }

    private HttpRequest posting(URI address, String path, Map<String, String> form, boolean fragment) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", token);
        HttpRequest.Builder request = request(address, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(all)));
        return (fragment ? request.header("HX-Request", "true") : request).build();
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream().map(Visitor::encoded).collect(Collectors.joining("&"));
    }

    private static String encoded(Entry<String, String> field) {
        return field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(URI address, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html,*/*");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Answer timed(HttpRequest request) {
        long begin = System.nanoTime();
        HttpResponse<byte[]> response = send(request);
        long nanos = System.nanoTime() - begin;
        return new Answer(
                response.statusCode(),
                nanos,
                response.body().length,
                text(response),
                response.headers().firstValue("Location").orElse(""));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        try {
            boolean packed =
                    response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            byte[] plain = packed
                    ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes()
                    : response.body();
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cookie(HttpResponse<byte[]> response, String otherwise) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(COOKIE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((first, last) -> last)
                .orElse(otherwise);
    }

    private static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException(
                    "A page without a form: " + page.substring(0, Math.min(500, page.length())));
        }
        return found.group(1);
    }
}
