package org.attune.coaching.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.coaching.AgreeStep;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** A step is agreed. */
record StepForm(
        @NotNull @Nullable UUID id,
        @Nullable UUID with,

        @NotNull(message = "{coaching.step.needed}") @Size(max = 500) @Nullable
        String words,

        @NotNull(message = "{coaching.step.day-needed}") @Nullable
        LocalDate due) {

    static StepForm empty(@Nullable UUID with) {
        return new StepForm(Ids.next(), with, null, null);
    }

    AgreeStep command(UserId person) {
        return new AgreeStep(
                Objects.requireNonNull(id),
                person,
                with == null ? null : new UserId(with),
                Objects.requireNonNull(words),
                Objects.requireNonNull(due));
    }
}
