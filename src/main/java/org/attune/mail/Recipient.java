package org.attune.mail;

import java.util.Locale;
import java.util.UUID;

/** A user somebody writes to, and the language they read. */
public record Recipient(UUID user, String name, String address, Locale locale) {

    /** Without the address, which has no business in a log. */
    @Override
    public String toString() {
        return "user " + user;
    }
}
