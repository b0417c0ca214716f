package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.needs.PlayBack;
import org.attune.needs.Verdict;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** The need was summed up to them, and they answered. */
record PlaybackForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{needs.playback.text-missing}")
        @Size(max = 5000, message = "{needs.playback.text-too-long}")
        @Nullable
        String text,

        @Nullable UUID playbackTurn,

        @NotNull(message = "{needs.playback.answer-missing}") @Nullable
        UUID answer,

        @NotNull @Nullable Verdict verdict) {

    static PlaybackForm empty() {
        return new PlaybackForm(Ids.next(), null, null, null, Verdict.YES);
    }

    PlayBack command(NeedId need) {
        return new PlayBack(
                Objects.requireNonNull(id),
                need,
                Objects.requireNonNull(text),
                playbackTurn == null ? null : new TurnId(playbackTurn),
                new TurnId(Objects.requireNonNull(answer)),
                Objects.requireNonNull(verdict));
    }
}
