package org.attune.stages;

import java.util.List;
import java.util.Optional;
import org.attune.access.Hat;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a definition.
 *
 * @param key what it is known by through all versions, whatever its name
 * @param hat whose work it is; none beside the path: Not now, Parted
 * @param patienceDays how long somebody may be here before it is worth asking oneself whether to go on; none: as long as they like
 * @param asks what leads here
 * @param overrideAllowed whether one may move there without that, with a reason
 */
public record Stage(
        String key,
        String name,
        Colour colour,
        @Nullable Hat hat,
        int position,
        String meaning,
        @Nullable Integer idealDays,
        @Nullable Integer longestDays,
        @Nullable Integer patienceDays,
        Ask asks,
        boolean overrideAllowed) {

    /** The one stage beside the path that has a day on which it ends. */
    public static final String NOT_NOW = "not_now";

    /** Where a relationship that was ended goes. */
    public static final String PARTED = "parted";

    public boolean aside() {
        return hat == null;
    }

    /** Attune itself leads there, so it can be renamed but not retired. */
    public boolean needed() {
        return key.equals(NOT_NOW) || key.equals(PARTED);
    }

    public Optional<Rhythm> rhythm() {
        return Rhythm.of(null, null, idealDays, longestDays);
    }

    public Stage at(int place) {
        return new Stage(
                key, name, colour, hat, place, meaning, idealDays, longestDays, patienceDays, asks, overrideAllowed);
    }

    /** What is different in the other description of it. */
    public List<Difference> comparedWith(Stage other) {
        return Difference.between(this, other);
    }

    /** Whether the customer's side has given what this stage asks for. A stage that asks for nothing is entered freely. */
    boolean isMetBy(Criteria criteria) {
        var answers = criteria.of(key);
        if (answers.isEmpty()) {
            return true;
        }
        if (asks.flat()) {
            return asks.all()
                    ? answers.stream().allMatch(CriterionView::met)
                    : answers.stream().anyMatch(CriterionView::met);
        }
        return asks.holds(answers.iterator());
    }
}
