package org.attune.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a transcript says about itself, and who may be meant by its names. */
public record TranscriptPreview(
        UUID id,
        String fileName,
        @Nullable LocalDate day,
        @Nullable Integer minutes,
        List<Speaker> speakers) {

    /**
     * A name in the text.
     *
     * @param about what the text says about them
     * @param guess what is probably meant; a person says so
     */
    public record Speaker(
            String label, int times, @Nullable String about, List<Candidate> candidates, SpeakerIs guess) {}

    /** A contact who may be meant. */
    public record Candidate(UUID id, String name) {}
}
