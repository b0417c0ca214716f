package org.attune.stages;

import java.util.Optional;
import org.attune.access.Hat;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a definition.
 *
 * @param hat whose work it is; none beside the path
 * @param aside beside the path: Not now, Parted
 * @param needsAll whether it asks for all of its criteria or for any of them
 * @param overrideAllowed whether one may move there without them, with a reason
 */
public record Stage(
        String key,
        String name,
        @Nullable Hat hat,
        int position,
        boolean aside,
        String meaning,
        @Nullable Integer idealDays,
        @Nullable Integer longestDays,
        boolean needsAll,
        boolean overrideAllowed) {

    /** The one stage beside the path that has a day on which it ends. */
    public static final String NOT_NOW = "not_now";

    public Optional<Rhythm> rhythm() {
        return Rhythm.of(null, null, idealDays, longestDays);
    }

    /** Whether the customer's side has given what this stage asks for. A stage that asks for nothing is entered freely. */
    boolean isMetBy(Criteria criteria) {
        var asked = criteria.of(key);
        if (asked.isEmpty()) {
            return true;
        }
        return needsAll
                ? asked.stream().allMatch(CriterionView::met)
                : asked.stream().anyMatch(CriterionView::met);
    }
}
