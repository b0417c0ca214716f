package org.attune.access;

/** Where somebody stands with the second factor. */
public enum SecondFactor {
    /** None, and none is asked for. */
    NONE,
    /** None, though their role has to have one. */
    MISSING,
    /** Asked for at each sign-in. */
    ON
}
