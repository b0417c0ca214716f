package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.needs.ExpectPerson;
import org.attune.needs.NeedId;
import org.attune.needs.PersonRole;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** Somebody they named and we have not met. */
record ExpectForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{needs.people.label-missing}")
        @Size(max = 100, message = "{needs.people.label-too-long}")
        @Nullable
        String label,

        @Nullable Set<PersonRole> roles) {

    static ExpectForm empty() {
        return new ExpectForm(Ids.next(), null, Set.of());
    }

    ExpectPerson command(NeedId need) {
        return new ExpectPerson(
                Objects.requireNonNull(id), need, Objects.requireNonNull(label), roles == null ? Set.of() : roles);
    }
}
