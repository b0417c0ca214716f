package org.attune.listening;

/** What somebody says about a suggested mark. */
public enum Verdict {
    YES,
    /** It is not suggested again, and can still be set by hand. */
    NO,
    /** Neither, after all. */
    OPEN
}
