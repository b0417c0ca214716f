package org.attune.nurture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether and when somebody should hear from us. Days are those of the organisation.
 *
 * @param met the day they were added
 * @param spoken the day on which they themselves last said something
 * @param ownDays their own rhythm, where one was agreed
 * @param openNeeds how many of their needs are being looked into
 * @param asked what they want to know and nothing has answered; the first of it
 */
record DueFacts(
        LocalDate met,
        @Nullable LocalDate spoken,
        @Nullable Integer ownDays,
        @Nullable AtStage stage,
        @Nullable ChosenWay way,
        @Nullable Quiet silence,
        @Nullable Decided decision,
        @Nullable Ended notAFit,
        int openNeeds,
        @Nullable Asked asked) {

    /**
     * Where they stand.
     *
     * @param marketing whether it is a stage of the marketing hat
     * @param until beside the path, until a day
     */
    record AtStage(
            boolean marketing,
            boolean aside,
            @Nullable Integer days,
            Instant since,
            @Nullable LocalDate until) {}

    /** How it was said last that it goes on; a stop is none. */
    record ChosenWay(UUID id, Way way, Instant at) {}

    /** The newest silence, if it was not ended. */
    record Quiet(UUID id, LocalDate until) {}

    /** What they decided last. @param kind yes, no or not_now */
    record Decided(UUID id, UUID offer, String kind, LocalDate on, Instant notedAt) {}

    /** The need that ended last as not a fit. */
    record Ended(UUID need, LocalDate on, Instant at) {}

    record Asked(UUID need, LocalDate on) {}
}
