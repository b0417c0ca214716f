package org.attune.stages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a stage asks from the customer's side.
 *
 * @param check the key of the check; {@code stages.check.<key>} says it
 * @param n how many are asked for
 * @param days within how many days, where it asks about a stretch of time
 * @param met whether it stands
 * @param evidence what it stands on, or what there is of it so far
 */
public record CriterionView(String check, int n, @Nullable Integer days, boolean met, List<EvidenceView> evidence) {

    public CriterionView {
        evidence = List.copyOf(evidence);
    }
}
