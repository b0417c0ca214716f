package org.attune.people;

import org.attune.access.MovesWithPerson;
import org.attune.access.UserId;
import org.springframework.stereotype.Component;

/** A contact belongs to the team of its owner; the database moves them along. */
@Component
class ContactsMoveWithOwner implements MovesWithPerson {

    private final HandOverRows rows;

    ContactsMoveWithOwner(HandOverRows rows) {
        this.rows = rows;
    }

    @Override
    public int contactsOf(UserId person) {
        return rows.contactsOf(person);
    }
}
