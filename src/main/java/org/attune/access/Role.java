package org.attune.access;

/** What a user is there for. */
public enum Role {
    SALESPERSON,
    MANAGER,
    ADMIN
}
