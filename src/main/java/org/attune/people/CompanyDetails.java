package org.attune.people;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.platform.PlainText;
import org.jspecify.annotations.Nullable;

/** What is known about a company. */
public record CompanyDetails(
        String name, @Nullable String website, @Nullable String city) {

    public CompanyDetails {
        name = PlainText.line(name);
        website = Website.read(website);
        city = PlainText.lineOrNothing(city);
    }

    public static CompanyDetails named(String name) {
        return new CompanyDetails(name, null, null);
    }

    /** For a person to compare with another version. */
    public String inWords() {
        return Stream.of(name, city, website)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
