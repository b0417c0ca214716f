package org.attune.desk.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.attune.conversations.Channel;
import org.attune.conversations.StartedBy;
import org.attune.conversations.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A conversation is written down, begun or planned. Days and numbers stay as they were typed until they are understood.
 *
 * @param kind what is to happen: {@code note}, {@code begin} or {@code plan}
 * @param at local date and time, of the conversation or of the plan
 */
public record NewConversationForm(
        @NotNull UUID id,

        @NotEmpty(message = "{desk.new.people.missing}") @Size(max = 20, message = "{desk.new.people.many}") @Nullable
        List<UUID> participants,

        @Size(max = 50_000) @Nullable String note,
        @NotNull Channel channel,
        @NotNull StartedBy startedBy,

        @Pattern(regexp = NewConversationForm.DAY_AND_TIME, message = "{desk.new.at.wrong}") @Nullable
        String at,

        @Pattern(regexp = NewConversationForm.MINUTES_OF_A_DAY, message = "{desk.new.minutes.wrong}") @Nullable
        String minutes,

        @Nullable Boolean askedFor,
        @NotNull Visibility visibility,
        @Nullable String kind) {

    /** As a browser writes it. */
    static final String DAY_AND_TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?";

    /** From one to a whole day. */
    static final String MINUTES_OF_A_DAY = "[1-9]\\d{0,2}|1[0-3]\\d\\d|14[0-3]\\d|1440";

    @Nullable
    Integer wholeMinutes() {
        return minutes == null ? null : Integer.valueOf(minutes);
    }

    List<UUID> people() {
        return participants == null ? List.of() : participants;
    }
}
