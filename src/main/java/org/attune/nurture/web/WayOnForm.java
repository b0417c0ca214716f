package org.attune.nurture.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.nurture.ChooseWayOn;
import org.attune.nurture.Referring;
import org.attune.nurture.Way;
import org.attune.nurture.Wish;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** How it goes on with somebody. */
record WayOnForm(
        @NotNull @Nullable UUID id,
        @Nullable UUID decision,

        @NotNull(message = "{nurture.way.needed}") @Nullable Way way,

        @Nullable LocalDate askAgainOn,
        @Nullable Wish whoseWish,
        @Nullable Referring wouldRefer,
        @Size(max = 500) @Nullable String why) {

    static WayOnForm fresh(@Nullable UUID decision) {
        return new WayOnForm(Ids.next(), decision, null, null, null, Referring.NOT_ASKED, null);
    }

    ChooseWayOn command(ContactId contact) {
        return new ChooseWayOn(
                Objects.requireNonNull(id),
                contact,
                null,
                Objects.requireNonNull(way),
                way == Way.NOT_NOW ? askAgainOn : null,
                way == Way.STOP ? whoseWish : null,
                wouldRefer == null ? null : wouldRefer.answer(),
                why,
                decision);
    }
}
