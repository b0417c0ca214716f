package org.attune.needs;

import java.util.Set;
import org.attune.people.ContactId;

/** Somebody a need belongs to, among those the viewer sees. */
public record NeedPersonView(ContactId id, String name, String givenName, Set<PersonRole> roles) {

    public boolean has(String role) {
        return roles.contains(PersonRole.valueOf(role));
    }
}
