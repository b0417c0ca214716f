package org.attune.people;

import org.attune.fields.Answers;

/**
 * Somebody is described anew.
 *
 * @param version the one the form was opened with
 * @param answers to those of the organisation's own fields that were asked; all others stay
 */
public record ChangeContact(ContactId id, int version, ContactDetails details, Answers answers) {

    public ChangeContact(ContactId id, int version, ContactDetails details) {
        this(id, version, details, Answers.none());
    }
}
