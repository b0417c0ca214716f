package org.attune.audit.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.audit.ErasePerson;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** What an admin writes to erase what is known about a person. */
record ErasureForm(
        @NotNull @Nullable UUID id,

        @NotBlank(message = "{audit.erasure.name.missing}") @Size(max = 201) @Nullable
        String name,

        @NotBlank(message = "{audit.erasure.reason.missing}") @Size(max = 500) @Nullable
        String reason) {

    static ErasureForm empty() {
        return new ErasureForm(Ids.next(), null, null);
    }

    ErasePerson command(UUID contact) {
        return new ErasePerson(
                Objects.requireNonNull(id), contact, Objects.requireNonNull(name), Objects.requireNonNull(reason));
    }
}
