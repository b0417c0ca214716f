package org.attune.voice;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody listens to: of whom, and when.
 *
 * @param stage the key of the stage in which whoever said it stands now
 * @param company only of people the viewer sees: of others nobody learns where they work
 * @param tag what whoever said it is tagged with
 * @param team whose conversation it was on that day
 */
public record VoiceFilter(
        Viewer viewer,
        VoicePeriod period,
        @Nullable String stage,
        @Nullable UUID company,
        @Nullable String tag,
        @Nullable UUID team) {

    /** Everything of a period. */
    public static VoiceFilter of(Viewer viewer, VoicePeriod period) {
        return new VoiceFilter(viewer, period, null, null, null, null);
    }

    /** The same, of other days. */
    public VoiceFilter during(VoicePeriod other) {
        return new VoiceFilter(viewer, other, stage, company, tag, team);
    }

    /** Conditions about who said it and when; the names of the columns are put in. */
    static String narrowed(String speaker, String team, String at) {
        return """
                 %3$s >= :begins and %3$s < :ends and (:team::uuid is null or %2$s = :team)
                 and (:stage::text is null or exists (
                       select from contact_stage g where g.contact_id = %1$s and g.stage_key = :stage))
                 and (:tag::text is null or exists (select from contact_tag g where g.contact_id = %1$s and g.tag = :tag))
                 and (:company::uuid is null or exists (
                       select from seen_contact(:viewer) g where g.id = %1$s and g.company_id = :company))
                """.formatted(speaker, team, at);
    }

    /** What the conditions name. */
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("viewer", viewer.uuid());
        all.put("begins", Timestamp.from(period.begins()));
        all.put("ends", Timestamp.from(period.ends()));
        all.put("zone", period.zone().getId());
        all.put("stage", stage);
        all.put("company", company);
        all.put("tag", tag);
        all.put("team", team);
        return all;
    }
}
