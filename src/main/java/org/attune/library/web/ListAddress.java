package org.attune.library.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list as it was narrowed, so that its next page is narrowed the same way. */
final class ListAddress {

    private final UriComponentsBuilder address;
    private final Map<String, String> parts = new LinkedHashMap<>();

    ListAddress(String path) {
        this.address = UriComponentsBuilder.fromPath(path);
    }

    /** What was not asked for does not stand in the address. */
    ListAddress with(String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}");
            parts.put(name, value);
        }
        return this;
    }

    @Override
    public String toString() {
        return address.encode().buildAndExpand(parts).toUriString();
    }

    /** Nothing where it is no id: a list narrowed by what is not there is the whole list. */
    static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
