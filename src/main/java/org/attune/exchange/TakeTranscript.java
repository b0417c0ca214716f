package org.attune.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.conversations.Channel;
import org.attune.conversations.StartedBy;
import org.jspecify.annotations.Nullable;

/** Makes a conversation of a transcript that was handed over. */
public record TakeTranscript(
        UUID file,
        Channel channel,
        StartedBy startedBy,
        Instant happenedAt,
        @Nullable Integer minutes,
        List<SpeakerIs> speakers) {}
