package org.attune.health;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.stereotype.Component;

/**
 * Reckons everybody's health anew from what is known. How it was on days that are over is a record and stays; where that was
 * lost, it is told again day by day from what was known by then. See decision 0025.
 */
@Component
public class HealthRebuild implements Rebuildable {

    private final HealthSteps steps;
    private final DayCounts counts;
    private final Standings standings;

    HealthRebuild(HealthSteps steps, DayCounts counts, Standings standings) {
        this.steps = steps;
        this.counts = counts;
        this.standings = standings;
    }

    @Override
    public String rows() {
        return "health";
    }

    @Override
    public int rebuildAll() {
        int contacts = steps.everybody(counts.today());
        counts.upToYesterday();
        standings.recount();
        return contacts;
    }
}
