package org.attune.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The health of one contact, day by day since the last day that was reckoned.
 *
 * @param from the first of these days
 * @param health on the last of them
 * @param bandSince since when they are in that band
 * @param changes the days on which something changed that history keeps
 */
record Reckoned(UUID contact, LocalDate from, Health health, LocalDate bandSince, List<Change> changes) {

    record Change(
            LocalDate day,
            @Nullable Integer score,
            Band band,
            @Nullable UUID team) {

        boolean is(@Nullable Integer otherScore, Band otherBand, @Nullable UUID otherTeam) {
            return Objects.equals(score, otherScore) && band == otherBand && Objects.equals(team, otherTeam);
        }
    }

    static Reckoned upTo(LocalDate today, Gathered gathered) {
        Gathered.Before before = gathered.kept() == null ? null : gathered.before();
        LocalDate from = gathered.from(today);
        LocalDate until = gathered.until(today);
        Change last = before == null ? null : new Change(from, before.score(), before.band(), before.team());
        LocalDate bandSince = before == null ? from : before.bandSince();
        List<Change> changes = new ArrayList<>();
        Health health = gathered.on(from);
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            health = gathered.on(day);
            UUID team = gathered.teamOn(day);
            if (last == null || last.band() != health.band()) {
                bandSince = day;
            }
            if (last == null || !last.is(health.score(), health.band(), team)) {
                last = new Change(day, health.score(), health.band(), team);
                changes.add(last);
            }
        }
        return new Reckoned(gathered.contact(), from, health, bandSince, changes);
    }
}
