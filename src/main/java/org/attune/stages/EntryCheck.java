package org.attune.stages;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing a stage may ask from the customer's side. The module that owns the facts says in SQL when it holds; the same
 * condition serves one contact and all of them. A new check is one class like this, and words for it under
 * {@code stages.catalogue.<key>} and {@code stages.asks.<key>}. The text may use
 * <ul>
 *   <li>{@code contact.id}, the contact it is about,
 *   <li>{@code criterion.parameters}, what the definition says about it as jsonb; {@link #N} for how many and
 *       {@link #SINCE} for the moment from which on it counts,
 *   <li>{@code :viewer}, in the evidence alone: what counts does not depend on who looks.
 * </ul>
 */
public interface EntryCheck {

    /** How many are asked for: one, unless the definition says otherwise. */
    String N = "coalesce((criterion.parameters ->> 'n')::int, 1)";

    /** When the stretch of time began that the definition asks about; long ago, unless it asks about one. */
    String SINCE = "coalesce(now() - make_interval(days => (criterion.parameters ->> 'days')::int), '-infinity')";

    /** What an admin may say more precisely about a check. */
    enum Parameter {
        /** How many. */
        N,
        /** Within how many days. */
        DAYS,
        /** The same, and it may be left out. */
        DAYS_IF_ANY
    }

    /** By this name a criterion of a definition means this check. */
    String key();

    /** What has to be said with it. */
    default Set<Parameter> parameters() {
        return Set.of();
    }

    /** Whether it could ever hold with these. */
    default boolean canHold(@Nullable Integer n, @Nullable Integer days) {
        return true;
    }

    /** When it holds: an expression that is true or false. */
    String condition();

    /**
     * What it stands on, a query for few rows with the columns {@code at} (timestamptz), {@code turn_id} (uuid),
     * {@code nth} (int, the turn's number), {@code href} (text, where the viewer finds it; none where they may not look:
     * of turns that is asked for all checks in one place) and {@code about} (text, a need's title or a name the viewer may see).
     */
    String evidence();
}
