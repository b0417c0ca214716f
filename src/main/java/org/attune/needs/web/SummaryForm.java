package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.needs.NeedId;
import org.attune.needs.SendSummary;
import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** A need summed up for one of its people, to be answered by a link. */
record SummaryForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{needs.summary.contact-missing}") @Nullable
        UUID contact,

        @NotNull(message = "{needs.summary.text-missing}")
        @Size(max = 5000, message = "{needs.playback.text-too-long}")
        @Nullable
        String text,

        @NotNull(message = "{outside.until.in-the-past}") @Nullable
        Integer days) {

    static final int USUAL_DAYS = 14;

    static SummaryForm of(@Nullable UUID contact, String text) {
        return new SummaryForm(Ids.next(), contact, text, USUAL_DAYS);
    }

    SendSummary command(NeedId need) {
        return new SendSummary(
                new OutsideLinkId(Objects.requireNonNull(id)),
                need,
                new ContactId(Objects.requireNonNull(contact)),
                Objects.requireNonNull(text),
                Objects.requireNonNull(days));
    }
}
