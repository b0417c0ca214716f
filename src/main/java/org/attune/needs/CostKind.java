package org.attune.needs;

/** What is known about the cost of a problem. */
public enum CostKind {
    /** They said it, or said yes to it. */
    AMOUNT,
    /** It cannot be put in money. */
    NOT_COUNTABLE,
    /** They would rather not say. */
    RATHER_NOT_SAY,
    /** Ours, and no evidence until they say yes to it. */
    OUR_ESTIMATE;

    /** Whether figures belong to it. */
    public boolean counted() {
        return this == AMOUNT || this == OUR_ESTIMATE;
    }

    /** Whether it stands on something they said. */
    public boolean theirs() {
        return this != OUR_ESTIMATE;
    }
}
