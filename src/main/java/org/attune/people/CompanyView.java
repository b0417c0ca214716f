package org.attune.people;

import org.jspecify.annotations.Nullable;

/** A company as every user may see it: its people are another matter. */
public record CompanyView(
        CompanyId id,
        String name,
        @Nullable String website,
        @Nullable String city,
        boolean archived,
        int version) {

    public CompanyDetails details() {
        return new CompanyDetails(name, website, city);
    }
}
