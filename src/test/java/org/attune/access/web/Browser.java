package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a browser does: keeps the cookie, and sends back the token of the page it shows. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvcTester mvc;
    private @Nullable Cookie session;
    private String token = "";

    Browser(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult open(String path) {
        return exchange(mvc.get().uri(path));
    }

    /** An address as somebody elsewhere has written it, already encoded. */
    MvcTestResult follow(URI address) {
        return exchange(mvc.get().uri(address));
    }

    /** Sends a form of the page that was opened last. */
    MvcTestResult send(String path, String... namesAndValues) {
        return exchange(form(path, namesAndValues).param("_csrf", token));
    }

    MvcTestResult sendWithoutToken(String path, String... namesAndValues) {
        return exchange(form(path, namesAndValues));
    }

    MvcTestResult sendByHtmx(String path, String... namesAndValues) {
        return exchange(form(path, namesAndValues).param("_csrf", token).header("HX-Request", "true"));
    }

    MvcTestResult signIn(String email, String password) {
        open("/sign-in");
        return send("/sign-in", "email", email, "password", password);
    }

    /** In another tab: the page that is open does not learn of it. */
    MvcTestResult signInAnew(String email, String password) {
        session = null;
        return signIn(email, password);
    }

    /** Without the token that counts now, as a page sends it that was opened before. */
    MvcTestResult sendFromHere(String path, String... namesAndValues) {
        return sendFrom("http://localhost", path, namesAndValues);
    }

    MvcTestResult sendFrom(String origin, String path, String... namesAndValues) {
        return exchange(form(path, namesAndValues).header("Origin", origin).header("Host", "localhost"));
    }

    /** What a browser does with a 307. */
    MvcTestResult resend(MvcTestResult answer, String... namesAndValues) {
        String place = answer.getResponse().getHeader("Location");
        assertThat(answer).hasStatus(307);
        return sendFromHere(String.valueOf(place), namesAndValues);
    }

    MvcTestResult sendByHtmxWithoutToken(String path, String... namesAndValues) {
        return exchange(form(path, namesAndValues).header("HX-Request", "true"));
    }

    void takeToken(@Nullable String fresh) {
        token = String.valueOf(fresh);
    }

    String sessionId() {
        Cookie now = session;
        return now == null ? "" : now.getValue();
    }

    private MockMvcRequestBuilder form(String path, String... namesAndValues) {
        MockMvcRequestBuilder request = mvc.post().uri(URI.create(path));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request;
    }

    private MvcTestResult exchange(MockMvcRequestBuilder request) {
        Cookie now = session;
        MvcTestResult result = (now == null ? request : request.cookie(now)).exchange();
        MockHttpServletResponse response = result.getResponse();
        Cookie given = response.getCookie("attune");
        if (given != null) {
            session = given.getMaxAge() == 0 ? null : given;
        }
        remember(response);
        return result;
    }

    private void remember(MockHttpServletResponse response) {
        try {
            Matcher matcher = TOKEN.matcher(response.getContentAsString());
            token = matcher.find() ? matcher.group(1) : token;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
