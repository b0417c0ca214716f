package org.attune.health;

import org.attune.platform.jobs.Job;
import org.springframework.stereotype.Component;

/**
 * Brings everybody to today, day by day, and counts the days that are over. What is kept says itself how far it is, so that it
 * makes no difference how often this runs, on how many instances, or after how long; where nothing is left it reads the days that are
 * kept once, and changes nothing.
 */
@Component
class DailyHealth implements Job {

    private final HealthSteps steps;
    private final DayCounts counts;

    DailyHealth(HealthSteps steps, DayCounts counts) {
        this.steps = steps;
        this.counts = counts;
    }

    @Override
    public String name() {
        return "health";
    }

    /** Each hour: the organisation's midnight is at any of them, and looking costs little. */
    @Override
    public String when() {
        return "0 7 * * * *";
    }

    @Override
    public void work() {
        steps.behind(counts.today());
        counts.upToYesterday();
    }
}
