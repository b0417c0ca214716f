package org.attune.access;

import java.util.List;

/** Whoever knows the contacts says how many of them each person sees, for the effect of a change of who sees what. */
public interface SightOfContacts {

    /** Everybody active who works with customers. */
    List<Seen> byPerson();

    /** How many contacts somebody sees; never which. */
    record Seen(UserId person, String team, int contacts) {}
}
