package org.attune.health;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.attune.platform.jobs.Job;
import org.springframework.stereotype.Component;

/**
 * Brings everybody to today, day by day, and counts the days that are over. What is kept says itself how far it is, so that it
 * makes no difference how often this runs, on how many instances, or after how long; where nothing is left it reads the days that are
 * kept once, and changes nothing. Whoever cannot be reckoned is counted as they were last known; once they can be, the days since are
 * counted again.
 */
@Component
class DailyHealth implements Job {

    private final HealthSteps steps;
    private final DayCounts counts;
    private final LeftOut leftOut;
    private final Standings standings;

    DailyHealth(HealthSteps steps, DayCounts counts, LeftOut leftOut, Standings standings) {
        this.steps = steps;
        this.counts = counts;
        this.leftOut = leftOut;
        this.standings = standings;
    }

    @Override
    public String name() {
        return LeftOut.JOB;
    }

    /** Each hour: the organisation's midnight is at any of them, and looking costs little. */
    @Override
    public String when() {
        return "0 7 * * * *";
    }

    @Override
    public void work() {
        Set<UUID> before = leftOut.all();
        Optional<LocalDate> since = leftOut.since();
        steps.behind(counts.today());
        if (!leftOut.all().containsAll(before)) {
            since.ifPresent(counts::again);
        }
        counts.upToYesterday();
        standings.settle();
    }
}
