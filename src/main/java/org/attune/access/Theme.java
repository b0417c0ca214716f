package org.attune.access;

/** Light, dark, or as the person's device has it. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
