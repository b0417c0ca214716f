package org.attune.audit;

import java.util.Map;
import org.attune.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks every hour whether the day's work is done: by any instance, at any hour, once. See decision 0017. */
@Component
class DailyForgetting implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(DailyForgetting.class);

    private final Retention retention;

    DailyForgetting(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return Retention.JOB;
    }

    @Override
    public String when() {
        return "0 41 * * * *";
    }

    @Override
    public void work() {
        retention.applyOnce().filter(gone -> !gone.isEmpty()).ifPresent(DailyForgetting::say);
    }

    private static void say(Map<String, Integer> gone) {
        LOG.info("Let go what had reached its period: {}", gone);
    }
}
