package org.attune.health;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was gathered about one contact, and what is kept of their health so far.
 *
 * @param since the day on which they were written down
 * @param kept the last day that was reckoned; none: never
 * @param archived the day since which they count nowhere
 * @param before the last change that stays as it is
 * @param teams whose they were before each change of owner
 */
record Gathered(
        UUID contact,
        LocalDate since,
        @Nullable LocalDate kept,
        @Nullable LocalDate archived,
        UUID team,
        List<Formerly> teams,
        @Nullable Before before,
        Known known,
        WeightsInForce weights) {

    /** Until that day they were a contact of this team. */
    record Formerly(LocalDate until, @Nullable UUID team) {}

    /** @param bandSince the day since which they were in that band */
    record Before(@Nullable UUID team, @Nullable Integer score, Band band, LocalDate bandSince) {}

    Health on(LocalDate day) {
        return Health.of(known, day, weights.on(day));
    }

    /** The first day there is to reckon, when it is this day. */
    LocalDate from(LocalDate today) {
        if (kept == null) {
            return since.isAfter(today) ? today : since;
        }
        return kept.isBefore(today) ? kept.plusDays(1) : kept;
    }

    /** A zone that is moved to the west brings a day twice; it is not reckoned back. */
    LocalDate until(LocalDate today) {
        return kept != null && kept.isAfter(today) ? kept : today;
    }

    /** None where they count nowhere. */
    @Nullable
    UUID teamOn(LocalDate day) {
        if (archived != null && !archived.isAfter(day)) {
            return null;
        }
        Optional<Formerly> next =
                teams.stream().filter(one -> one.until().isAfter(day)).min(Comparator.comparing(Formerly::until));
        return next.map(Formerly::team).filter(Objects::nonNull).orElse(team);
    }
}
