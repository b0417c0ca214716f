package org.attune.desk.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.attune.access.Hat;
import org.attune.conversations.ChangeConversation;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationView;
import org.attune.conversations.FactsView;
import org.attune.conversations.StartedBy;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a conversation as they were typed. Day and minutes stay text until they are understood; what may not be
 * changed is not on the form and stays as it is.
 *
 * @param at local date and time, of the conversation or of the plan
 * @param moveTurns what was said moves along to another day
 */
public record FactsForm(
        @NotNull @Nullable Channel channel,
        @NotNull @Nullable StartedBy startedBy,

        @Pattern(regexp = NewConversationForm.DAY_AND_TIME, message = "{desk.new.at.wrong}") @Nullable
        String at,

        @Pattern(regexp = NewConversationForm.MINUTES_OF_A_DAY, message = "{desk.new.minutes.wrong}") @Nullable
        String minutes,

        @Nullable Hat hat,
        @Nullable Boolean askedFor,
        @Nullable Boolean moveTurns,
        @Nullable Integer version) {

    static FactsForm of(FactsView facts, ZoneId zone) {
        ConversationView conversation = facts.conversation();
        Integer minutes = conversation.minutes() == null ? conversation.plannedMinutes() : conversation.minutes();
        return new FactsForm(
                conversation.channel(),
                conversation.startedBy(),
                facts.evidence() ? null : at(conversation, zone),
                minutes == null ? null : minutes.toString(),
                facts.oneHat() ? conversation.hat() : null,
                conversation.askedFor(),
                null,
                conversation.version());
    }

    /** As a browser writes it. */
    private static String at(ConversationView conversation, ZoneId zone) {
        return LocalDateTime.ofInstant(
                        Objects.requireNonNullElse(conversation.happenedAt(), conversation.plannedFor()), zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** A time that reads as it did before is the one it was, to the second. */
    ChangeConversation command(ConversationView conversation, ZoneId zone) {
        boolean asBefore = at == null || at.equals(at(conversation, zone));
        return new ChangeConversation(
                conversation.id(),
                Objects.requireNonNull(channel),
                Objects.requireNonNull(startedBy),
                asBefore ? null : LocalDateTime.parse(at).atZone(zone).toInstant(),
                minutes == null ? null : Integer.valueOf(minutes),
                hat,
                Boolean.TRUE.equals(askedFor),
                Boolean.TRUE.equals(moveTurns),
                version == null ? -1 : version);
    }
}
