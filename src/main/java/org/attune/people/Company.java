package org.attune.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** A company people we know work for. */
@Entity
@Table(name = "company")
class Company {

    @Id
    private UUID id = new UUID(0, 0);

    private String name = "";
    private @Nullable String website;
    private @Nullable String city;

    @Column(updatable = false)
    private UUID createdBy = new UUID(0, 0);

    @Column(updatable = false)
    private Instant createdAt = Instant.EPOCH;

    private @Nullable Instant archivedAt;

    @Version
    private @Nullable Integer version;

    protected Company() {}

    static Company heardOf(CompanyId id, CompanyDetails details, UserId by, Instant at) {
        Company company = new Company();
        company.id = id.value();
        company.createdBy = by.value();
        company.createdAt = at;
        company.describe(details);
        return company;
    }

    final void describe(CompanyDetails details) {
        if (!PlainText.saysSomething(details.name())) {
            throw new RuleRefused("people.company.name.missing", "name");
        }
        ContactRules.shortEnough(details.name(), 200, "name");
        ContactRules.shortEnough(details.website(), 500, "website");
        ContactRules.shortEnough(details.city(), 200, "city");
        if (details.website() != null && !Website.isOne(details.website())) {
            throw new RuleRefused("people.company.website.wrong", "website");
        }
        name = details.name();
        website = details.website();
        city = details.city();
    }

    boolean archive(Instant at) {
        if (archivedAt != null) {
            return false;
        }
        archivedAt = at;
        return true;
    }

    boolean restore() {
        boolean archived = archivedAt != null;
        archivedAt = null;
        return archived;
    }

    CompanyDetails details() {
        return new CompanyDetails(name, website, city);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version == null ? 0 : version;
    }
}
