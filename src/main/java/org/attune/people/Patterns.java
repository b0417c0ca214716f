package org.attune.people;

/** What people type, where the database expects a pattern. */
final class Patterns {

    private Patterns() {}

    static String literal(String words) {
        return words.replaceAll("([%_\\\\])", "\\\\$1");
    }
}
