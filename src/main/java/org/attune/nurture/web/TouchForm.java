package org.attune.nurture.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.TouchKind;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** A touch is noted. */
record TouchForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{nurture.touch.kind.needed}") @Nullable
        TouchKind kind,

        @Nullable Boolean askedFor,
        @Size(max = 2000) @Nullable String words,
        @Nullable LocalDate day) {

    static TouchForm empty() {
        return new TouchForm(Ids.next(), null, false, null, null);
    }

    NoteTouch command(ContactId contact, ZoneId zone, LocalDate today) {
        return new NoteTouch(
                Objects.requireNonNull(id),
                contact,
                Objects.requireNonNull(kind),
                Boolean.TRUE.equals(askedFor),
                words,
                moment(zone, today));
    }

    /** Of another day only the day is known; noon stays on that day in most places. */
    private @Nullable Instant moment(ZoneId zone, LocalDate today) {
        return day == null || day.equals(today)
                ? null
                : day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }
}
