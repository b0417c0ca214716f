package org.attune.access;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * Who is asking. Controllers take it as an argument and hand it on; front doors put its id into every query, as the
 * argument of {@code seen_contact(:viewer)} and its sisters in the database, which alone decide what is visible.
 *
 * @param sells whether they work with customers; false for a decider, and for an admin without a selling role
 */
public record Viewer(UserId id, String name, Role role, boolean sells, Hat hat, ZoneId zone, Locale locale) {

    /** The bare identifier, for queries. */
    public UUID uuid() {
        return id.value();
    }
}
