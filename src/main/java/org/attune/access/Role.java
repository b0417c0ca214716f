package org.attune.access;

/** What a user is there for. */
public enum Role {
    SALESPERSON,
    MANAGER,
    ADMIN,
    /** Answers what customers say, and sees nothing else of them. */
    DECIDER;

    /** Salespeople and managers always work with customers, deciders never; an admin does as they are told. */
    boolean goesWith(boolean sells) {
        return this == ADMIN || sells == (this != DECIDER);
    }
}
