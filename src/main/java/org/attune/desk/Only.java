package org.attune.desk;

/** The views everybody has: each answers one question. */
public enum Only {
    /** Whose contacts are these? */
    MINE("c.owner_id = :viewer", ""),
    /** Whom is it time to listen to? */
    LISTEN(
            "c.listen_by <= :today and (c.silent_until is null or c.silent_until <= :today)",
            " and not exists (select from stop_in_force(c.id))"),
    /** To whom did we leave something open? */
    THREADS("c.open_threads > 0", ""),
    /** Who asked to be left in peace? */
    PEACE("c.silent_until > :today", "");

    private final String onCard;
    private final String beside;

    Only(String onCard, String beside) {
        this.onCard = onCard;
        this.beside = beside;
    }

    /** What of it the card itself says: whom it leaves is found by an index. */
    String onCard() {
        return onCard;
    }

    String condition() {
        return onCard + beside;
    }
}
