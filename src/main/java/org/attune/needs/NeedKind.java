package org.attune.needs;

/** A problem they have, or something they want to know. */
public enum NeedKind {
    PROBLEM,
    WANTS_TO_KNOW
}
