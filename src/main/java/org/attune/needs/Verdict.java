package org.attune.needs;

/** Their answer when a need was played back to them. */
public enum Verdict {
    YES,
    NOT_QUITE
}
