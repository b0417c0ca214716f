package org.attune.insight;

/** How a slice cuts what happened: by the team and the person of its day, and by where the contact belongs and stands now. */
final class SlicedFacts {

    private SlicedFacts() {}

    /**
     * A condition on a fact and on the contact {@code c} it is about.
     *
     * @param fact its alias; its team is its {@code team_id}
     * @param person its column that says whose it was
     */
    static String of(String fact, String person) {
        return """
                (:team::uuid is null or %1$s.team_id = :team) and (:person::uuid is null or %1$s.%2$s = :person)
                 and (:company::uuid is null or c.company_id = :company)
                 and (:stage::text is null or exists (
                       select from contact_stage g where g.contact_id = c.id and g.stage_key = :stage))""".formatted(fact, person);
    }

    /** A condition on a fact that names its {@code contact_id} itself: the contact is looked at only where it matters where they belong. */
    static String alone(String fact, String person) {
        return """
                (:team::uuid is null or %1$s.team_id = :team) and (:person::uuid is null or %1$s.%2$s = :person)
                 and (:company::uuid is null or exists (
                       select from contact c where c.id = %1$s.contact_id and c.company_id = :company))
                 and (:stage::text is null or exists (
                       select from contact_stage g where g.contact_id = %1$s.contact_id and g.stage_key = :stage))""".formatted(fact, person);
    }
}
