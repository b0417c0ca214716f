package org.attune.people.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** What a list is narrowed by of the organisation's own fields, as its address has it. */
record OwnQuery(@Nullable Map<String, String> own) {

    private static final Pattern KEY = Pattern.compile("f[0-9a-f]{32}(-from|-to|-none)?");
    private static final int LONGEST = 200;

    OwnQuery {
        own = own == null ? new TreeMap<>() : own;
    }

    /** Looked at each time: what the address has is put in again after the query was made. */
    Map<String, String> ownFields() {
        Map<String, String> filled = FieldsInForm.filledIn(own);
        filled.keySet().removeIf(key -> !KEY.matcher(key).matches());
        filled.replaceAll((key, words) -> words.substring(0, Math.min(LONGEST, words.length())));
        return filled;
    }

    /** As it goes on in the link to the next page. */
    String address() {
        return ownFields().entrySet().stream()
                .map(field ->
                        "&own%5B" + field.getKey() + "%5D=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
