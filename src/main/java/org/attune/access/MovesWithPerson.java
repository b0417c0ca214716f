package org.attune.access;

/** A module with something that belongs to the team of whoever works with it, and so moves along when they change teams. */
public interface MovesWithPerson {

    /** How many. */
    int contactsOf(UserId person);
}
