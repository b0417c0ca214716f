package org.attune;

import org.attune.access.Viewer;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.NewContact;
import org.attune.platform.Ids;
import org.springframework.stereotype.Component;

/**
 * Makes contacts for tests, each with an id and a name of their own.
 * <pre>{@code
 * ContactId helen = acquaintances.of(anna);
 * ContactId petra = acquaintances.of(anna, ContactDetails.named("Petra", "Kühn").at("Kessler & Rau"));
 * }</pre>
 */
@Component
public class Acquaintances {

    private final Contacts contacts;

    Acquaintances(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Somebody this person works with. */
    public ContactId of(Viewer owner) {
        String own = Ids.next().toString().substring(24);
        return of(owner, ContactDetails.named("Helen", "Brandt-" + own));
    }

    public ContactId of(Viewer owner, ContactDetails details) {
        return contacts.add(owner, NewContact.of(new ContactId(Ids.next()), details));
    }
}
