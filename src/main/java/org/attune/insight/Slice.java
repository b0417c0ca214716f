package org.attune.insight;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.people.CompanyId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at: a part of what they oversee, in a period.
 *
 * @param person whose relationships; who owns the contact, the conversation or the offer
 * @param stage the key of the stage their contacts stand in now
 */
public record Slice(
        Viewer viewer,
        @Nullable TeamId team,
        @Nullable UserId person,
        @Nullable String stage,
        @Nullable CompanyId company,
        Period period) {

    /** Whose contact {@code c} is, and where it stands now; after {@code from overseen_contact(:viewer) c}. */
    static final String CONTACTS = """
             (:team::uuid is null or c.team_id = :team) and (:person::uuid is null or c.owner_id = :person)
             and (:company::uuid is null or c.company_id = :company)
             and (:stage::text is null or exists (
                   select from contact_stage g where g.contact_id = c.id and g.stage_key = :stage))""";

    /** The same of rows that say where a relationship stands, {@code s}. */
    static final String STANDING = """
             (:team::uuid is null or s.team_id = :team) and (:person::uuid is null or s.owner_id = :person)
             and (:stage::text is null or s.stage_key = :stage)
             and (:company::uuid is null or exists (
                   select from contact c where c.id = s.contact_id and c.company_id = :company))""";

    /** The same slice of the days before. */
    public Slice before() {
        return in(period.before());
    }

    /** The same slice, of these days only. */
    public Slice during(LocalDate from, LocalDate until) {
        return in(new Period(from, until, period.zone()));
    }

    private Slice in(Period other) {
        return new Slice(viewer, team, person, stage, company, other);
    }

    /** The same slice of its days and of the days before together. */
    Slice withDaysBefore() {
        Period both = new Period(period.before().from(), period.until(), period.zone());
        return new Slice(viewer, team, person, stage, company, both);
    }

    /** What the conditions name: viewer, team, person, stage, company, from and until as days, begins and ends as moments, zone. */
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("viewer", viewer.uuid());
        all.put("team", team == null ? null : team.value());
        all.put("person", person == null ? null : person.value());
        all.put("stage", stage);
        all.put("company", company == null ? null : company.value());
        all.put("from", period.from());
        all.put("until", period.until());
        all.put("begins", start(period.from()));
        all.put("ends", start(period.until().plusDays(1)));
        all.put("zone", period.zone().getId());
        return all;
    }

    /** Days are 23 to 25 hours long; a period begins when its first day does. */
    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(period.zone()).toInstant());
    }
}
