package org.attune.people.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.attune.people.CompanyDetails;
import org.attune.people.CompanyView;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** A company is added or described anew. */
record CompanyForm(
        @Nullable String id,
        @Nullable String version,

        @NotNull(message = "{people.company.name.missing}") @Size(max = 200) @Nullable
        String name,

        @Size(max = 500) @Nullable String website,
        @Size(max = 200) @Nullable String city,
        @Nullable Map<String, String> fields) {

    CompanyForm {
        fields = FieldsInForm.filledIn(fields);
    }

    static CompanyForm empty() {
        return new CompanyForm(Ids.next().toString(), "0", null, null, null, null);
    }

    static CompanyForm of(CompanyView company, Map<String, String> fields) {
        return new CompanyForm(
                company.id().value().toString(),
                String.valueOf(company.version()),
                company.name(),
                company.website(),
                company.city(),
                fields);
    }

    CompanyDetails details() {
        return new CompanyDetails(name == null ? "" : name, website, city);
    }
}
