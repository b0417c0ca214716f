package org.attune.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attune.health.Band;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * One contact in a list.
 *
 * @param owner the owner's name, where it is somebody else
 * @param words what they said last, as far as lists show it
 * @param how how exactly these are their words
 * @param hat the hat of their stage, in small letters; none beside the path
 * @param score of their health; none where it is not known
 * @param silentUntil until when they asked to be left in peace, if that is still to come
 * @param listenSince since when it is time to listen to them, if it is
 * @param promise the next open promise
 */
public record ContactLine(
        ContactId id,
        String name,
        @Nullable String company,
        @Nullable String owner,
        @Nullable String stage,
        @Nullable String hat,
        @Nullable String words,
        @Nullable String how,
        @Nullable Instant lastHeard,
        List<String> tags,
        @Nullable Integer score,
        Band band,
        @Nullable LocalDate silentUntil,
        @Nullable LocalDate listenSince,
        @Nullable String promise,
        @Nullable LocalDate due,
        boolean mayTend) {}
