package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.platform.web.SentWords;
import org.jspecify.annotations.Nullable;

/**
 * A form that reached nobody because its session had ended or its page was older than the session. Its fields travel from
 * page to page, in the pages themselves, until it can be sent once more; nothing of it is kept here.
 *
 * @param path where it was sent to
 * @param back the page it was on
 */
record Unsent(String path, String back, List<Field> fields) {

    static final String PAGE = "/unsent";

    private static final String OWN = "unsent:";
    private static final String PATH = OWN + "path";
    private static final String BACK = OWN + "back";
    private static final String FIELD = OWN + "field:";

    record Field(String name, String value) {}

    /** Where a request has to be sent again so that its form is kept; nothing if there is nothing in it worth that. */
    static @Nullable String placeFor(HttpServletRequest request, String path) {
        if (!request.getMethod().equals("POST") || !isFromHere(request)) {
            return null;
        }
        boolean hasWords = fields(request, "").anyMatch(field -> SentWords.areIn(field.name(), field.value()));
        String query = request.getQueryString();
        String whole = query == null ? path : path + "?" + query;
        String back = LocalPath.of(request.getHeader("Referer"), request.getHeader("Host"));
        return hasWords ? PAGE + "?" + PATH + "=" + encoded(whole) + "&" + BACK + "=" + encoded(back) : null;
    }

    /** What {@link #placeFor} sent on. */
    static Optional<Unsent> sentOn(HttpServletRequest request) {
        return isFromHere(request) ? read(request, "") : Optional.empty();
    }

    /** What a page carries along in fields of its own. */
    static Optional<Unsent> carried(HttpServletRequest request) {
        return read(request, FIELD);
    }

    private static Optional<Unsent> read(HttpServletRequest request, String prefix) {
        String path = LocalPath.of(request.getParameter(PATH));
        if (request.getParameter(PATH) == null || path.equals(LocalPath.HOME)) {
            return Optional.empty();
        }
        List<Field> fields = fields(request, prefix).toList();
        return Optional.of(new Unsent(path, LocalPath.of(request.getParameter(BACK)), fields));
    }

    private static Stream<Field> fields(HttpServletRequest request, String prefix) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> prefix.isEmpty()
                        ? !field.getKey().startsWith(OWN)
                        : field.getKey().startsWith(prefix))
                .flatMap(field -> Arrays.stream(field.getValue())
                        .map(value -> new Field(field.getKey().substring(prefix.length()), value)))
                .filter(field -> SentWords.mayBeKept(field.name()));
    }

    /** Nobody elsewhere puts words into somebody's mouth: the form was on a page of ours. */
    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null
                && host != null
                && origin.replaceFirst("^https?://", "").equals(host);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a person would miss of it. */
    public List<String> words() {
        return fields.stream()
                .filter(field -> SentWords.areIn(field.name(), field.value()))
                .map(field -> field.value().strip())
                .distinct()
                .toList();
    }

    @Nullable
    String value(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse(null);
    }

    /** Whether it takes nobody to be signed in. */
    boolean isForStrangers() {
        return path.startsWith("/set-up") || path.startsWith("/invitations/");
    }
}
