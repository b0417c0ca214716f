package org.attune.people;

/**
 * Somebody is described anew.
 *
 * @param version the one the form was opened with
 */
public record ChangeContact(ContactId id, int version, ContactDetails details) {}
