package org.attune.people.web;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** What a list is narrowed by of the organisation's own fields, as its address has it. */
record OwnQuery(@Nullable Map<String, String> own) {

    private static final Pattern KEY = Pattern.compile("f[0-9a-f]{32}(-from|-to|-none)?");
    private static final int LONGEST = 200;

    OwnQuery {
        own = FieldsInForm.filledIn(own);
        own.keySet().removeIf(key -> !KEY.matcher(key).matches());
        own.replaceAll((key, words) -> words.substring(0, Math.min(LONGEST, words.length())));
    }

    Map<String, String> ownFields() {
        return Objects.requireNonNull(own);
    }

    /** As it goes on in the link to the next page. */
    String address() {
        return ownFields().entrySet().stream()
                .map(field -> "&own%5B" + field.getKey() + "%5D="
                        + UriUtils.encode(field.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
