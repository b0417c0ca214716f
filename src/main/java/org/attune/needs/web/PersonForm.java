package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.needs.PersonRole;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** Somebody we know has something to do with a need. */
record PersonForm(@NotNull @Nullable UUID contact, @Nullable Set<PersonRole> roles) {

    static PersonForm empty() {
        return new PersonForm(null, Set.of());
    }

    ContactId who() {
        return new ContactId(Objects.requireNonNull(contact));
    }

    Set<PersonRole> held() {
        return roles == null ? Set.of() : roles;
    }
}
