package org.attune.audit;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks every hour whether the day's work is done: by any instance, at any hour, once. See decision 0017. */
@Component
class DailyForgetting {

    private static final Logger LOG = LoggerFactory.getLogger(DailyForgetting.class);

    private final Retention retention;

    DailyForgetting(Retention retention) {
        this.retention = retention;
    }

    @Scheduled(cron = "0 41 * * * *")
    void letGo() {
        try {
            retention.applyOnce().filter(gone -> !gone.isEmpty()).ifPresent(DailyForgetting::say);
        } catch (RuntimeException failure) {
            retention.failed(failure);
            LOG.error(
                    "What reached its period could not be let go ({}). It is tried again within the hour.",
                    failure.getClass().getSimpleName());
        }
    }

    private static void say(Map<String, Integer> gone) {
        LOG.info("Let go what had reached its period: {}", gone);
    }
}
