package org.attune.nurture.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** Somebody is put off until a day. */
record LaterForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{nurture.queue.later.day}") @Nullable
        LocalDate until) {

    static LaterForm on(LocalDate day) {
        return new LaterForm(Ids.next(), day);
    }
}
