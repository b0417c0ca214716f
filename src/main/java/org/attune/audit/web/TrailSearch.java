package org.attune.audit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.audit.EntryFilter;
import org.attune.audit.Mentioned;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for on the trail, as it stands in the address. What cannot be understood there does not count.
 *
 * @param who a user, or {@code self} for Attune itself
 * @param record a link to a record, or its identifier
 * @param q words of the action
 */
record TrailSearch(
        @Nullable String who,
        @Nullable String kind,
        @Nullable String record,
        @Nullable String from,
        @Nullable String until,
        @Nullable String q) {

    EntryFilter filter(Viewer viewer, Vocabulary vocabulary) {
        UUID person = Mentioned.in(who).orElse(null);
        return new EntryFilter(
                person,
                "self".equals(who),
                blankToNull(kind),
                Mentioned.in(record).orElse(null),
                startOf(from, viewer, 0),
                startOf(until, viewer, 1),
                vocabulary.meant(q));
    }

    /** Something was asked for as a record that is none: then there is nothing, rather than everything. */
    boolean asksForNoRecord() {
        return blankToNull(record) != null && Mentioned.in(record).isEmpty();
    }

    public boolean isAnything() {
        return blankToNull(who) != null
                || blankToNull(kind) != null
                || blankToNull(record) != null
                || blankToNull(from) != null
                || blankToNull(until) != null
                || blankToNull(q) != null;
    }

    String address(String path, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        add(address, "who", who);
        add(address, "kind", kind);
        add(address, "record", record);
        add(address, "from", from);
        add(address, "until", until);
        add(address, "q", q);
        add(address, "after", after);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (blankToNull(value) != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant startOf(@Nullable String day, Viewer viewer, int daysLater) {
        String typed = blankToNull(day);
        if (typed == null) {
            return null;
        }
        try {
            LocalDate parsed = LocalDate.parse(typed);
            return parsed.getYear() < 1900 || parsed.getYear() > 2800
                    ? null
                    : parsed.plusDays(daysLater).atStartOfDay(viewer.zone()).toInstant();
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
