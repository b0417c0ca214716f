package org.attune.listening;

import org.attune.platform.jobs.Job;
import org.springframework.stereotype.Component;

/** Counts, once a day, what is over and was not counted when it ended. */
@Component
class CountingTalks implements Job {

    private final Measures measures;

    CountingTalks(Measures measures) {
        this.measures = measures;
    }

    @Override
    public String name() {
        return "counting_talks";
    }

    @Override
    public String when() {
        return "0 43 2 * * *";
    }

    @Override
    public void work() {
        measures.catchUp();
    }
}
