package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a form somebody would not want to type again. */
public final class SentWords {

    private static final Set<String> SECRETS = Set.of("password", "old", "chosen", "code");
    private static final Set<String> MACHINERY =
            Set.of("_csrf", "id", "version", "withVersion", "before", "back", "after", "from", "to", "query", "hat");
    private static final Pattern CODE =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[A-Z_]{2,}|true|false|on");

    private SentWords() {}

    /** Passwords and codes are never carried about, nor what the page needs for itself. */
    public static boolean mayBeKept(String name) {
        return !SECRETS.contains(name) && !name.equals("_csrf");
    }

    /** Whether a person typed it, as far as that can be told. */
    public static boolean areIn(String name, String value) {
        return mayBeKept(name)
                && !name.startsWith("_")
                && !MACHINERY.contains(name)
                && !value.isBlank()
                && !CODE.matcher(value.strip()).matches();
    }

    /** In a request that was sent from a form. */
    public static List<String> of(HttpServletRequest request) {
        String type = request.getContentType();
        // The parts of an upload may be what could not be read.
        if (!request.getMethod().equals("POST") || (type != null && type.startsWith("multipart/"))) {
            return List.of();
        }
        return request.getParameterMap().entrySet().stream()
                .flatMap(field -> Arrays.stream(field.getValue()).filter(value -> areIn(field.getKey(), value)))
                .map(String::strip)
                .distinct()
                .toList();
    }
}
