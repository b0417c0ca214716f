package org.attune.desk;

/** The views everybody has: each answers one question. */
public enum Only {
    /** Whose contacts are these? */
    MINE("c.owner_id = :viewer"),
    /** Whom is it time to listen to? */
    LISTEN("k.listen_by <= :today and (k.silent_until is null or k.silent_until <= :today)"
            + " and not exists (select from stop_in_force(c.id))"),
    /** To whom did we leave something open? */
    THREADS("k.open_threads > 0"),
    /** Who asked to be left in peace? */
    PEACE("k.silent_until > :today");

    private final String condition;

    Only(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
