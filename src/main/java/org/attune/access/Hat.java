package org.attune.access;

/** The two roles in which one and the same person speaks with a customer. */
public enum Hat {
    MARKETING,
    SALES
}
