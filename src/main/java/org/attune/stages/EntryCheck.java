package org.attune.stages;

/**
 * One thing a stage may ask from the customer's side. The module that owns the facts says in SQL when it holds; the same
 * condition serves one contact and all of them. The text may use
 * <ul>
 *   <li>{@code contact.id}, the contact it is about,
 *   <li>{@code criterion.parameters}, what the definition says about it as jsonb, and {@link #N} for its usual number,
 *   <li>{@code :viewer}, in the evidence alone: what counts does not depend on who looks.
 * </ul>
 */
public interface EntryCheck {

    /** How many are asked for: one, unless the definition says otherwise. */
    String N = "coalesce((criterion.parameters ->> 'n')::int, 1)";

    /** By this name a criterion of a definition means this check. */
    String key();

    /** When it holds: an expression that is true or false. */
    String condition();

    /**
     * What it stands on, a query for few rows with the columns {@code at} (timestamptz), {@code turn_id} (uuid),
     * {@code nth} (int, the turn's number), {@code href} (text, where the viewer finds it; none where they may not look)
     * and {@code about} (text, a need's title or a name the viewer may see).
     */
    String evidence();
}
