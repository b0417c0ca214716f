package org.attune.nurture.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.nurture.Given;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.SendTouch;
import org.attune.nurture.TouchKind;
import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** A touch is noted, and sent as a letter where that is wanted. */
record TouchForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{nurture.touch.kind.needed}") @Nullable
        TouchKind kind,

        @Nullable Boolean askedFor,
        @Size(max = 2000) @Nullable String words,
        @Nullable LocalDate day,
        @Nullable UUID material,
        @Nullable UUID story,
        @Size(max = 300) @Nullable String introducedTo,
        @Nullable UUID askedTurn,
        @Nullable Boolean send,
        @Size(max = 254) @Nullable String address,
        @Size(max = 200) @Nullable String subject,
        @Nullable UUID answers,
        @Nullable UUID link,
        @Nullable UUID thread) {

    static TouchForm empty(@Nullable TouchKind kind, @Nullable UUID askedTurn, @Nullable UUID answers) {
        return new TouchForm(
                Ids.next(),
                kind,
                askedTurn != null,
                null,
                null,
                null,
                null,
                null,
                askedTurn,
                answers != null,
                null,
                null,
                answers,
                null,
                null);
    }

    /** Begun for somebody else to finish, who sends it or does not. */
    TouchForm with(OutsideLinkId going, String begun, String about, boolean canSend) {
        return new TouchForm(
                id,
                TouchKind.OTHER,
                askedFor,
                begun,
                day,
                null,
                null,
                null,
                null,
                canSend,
                null,
                about,
                null,
                going.value(),
                null);
    }

    /** Goes on from a thread of mail. */
    TouchForm in(ConversationId talk, @Nullable String about, boolean canSend) {
        return new TouchForm(
                id,
                TouchKind.OTHER,
                askedFor,
                words,
                day,
                null,
                null,
                null,
                askedTurn,
                canSend,
                null,
                about,
                null,
                null,
                talk.value());
    }

    @Nullable
    OutsideLinkId going() {
        return link == null ? null : new OutsideLinkId(link);
    }

    NoteTouch command(ContactId contact, @Nullable ContactId introduced, ZoneId zone, LocalDate today) {
        TurnId turn = askedTurn == null ? null : new TurnId(askedTurn);
        return new NoteTouch(
                Objects.requireNonNull(id),
                contact,
                Objects.requireNonNull(kind),
                Boolean.TRUE.equals(askedFor),
                words,
                moment(zone, today),
                new Given(material, story, introduced, turn, null));
    }

    boolean isSent() {
        return Boolean.TRUE.equals(send);
    }

    SendTouch letter() {
        return new SendTouch(address, subject, answers, thread == null ? null : new ConversationId(thread), going());
    }

    /** Of another day only the day is known; noon stays on that day in most places. */
    private @Nullable Instant moment(ZoneId zone, LocalDate today) {
        return day == null || day.equals(today)
                ? null
                : day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }
}
