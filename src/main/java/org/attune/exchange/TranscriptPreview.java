package org.attune.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transcript says about itself, and who may be meant by its names.
 *
 * @param owner whose the conversation becomes, where that is somebody else
 */
public record TranscriptPreview(
        UUID id,
        String fileName,
        @Nullable LocalDate day,
        @Nullable Integer minutes,
        List<Speaker> speakers,
        @Nullable String owner) {

    /**
     * A name in the text.
     *
     * @param about what the text says about them
     * @param guess what is probably meant; a person says so
     */
    public record Speaker(
            String label, int times, @Nullable String about, List<Candidate> candidates, SpeakerIs guess) {

        /** For whoever does not see customers: only whether somebody of this very name is known. */
        Speaker masked() {
            UUID known = guess.contact() == null ? null : guess.contact().value();
            return new Speaker(
                    label,
                    times,
                    about,
                    candidates.stream()
                            .filter(candidate -> candidate.id().equals(known))
                            .map(candidate -> new Candidate(candidate.id(), null))
                            .toList(),
                    guess);
        }
    }

    /**
     * A contact who may be meant.
     *
     * @param name none for whoever may not read it
     */
    public record Candidate(UUID id, @Nullable String name) {}
}
