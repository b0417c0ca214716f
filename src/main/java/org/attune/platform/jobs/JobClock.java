package org.attune.platform.jobs;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks again and again for what is due, and says that this instance is there. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JobClock {

    private final Jobs jobs;
    private final Instances instances;

    /** The demo travels in time while it is played, before Attune is ready. */
    private volatile boolean ready;

    JobClock(Jobs jobs, Instances instances) {
        this.jobs = jobs;
        this.instances = instances;
    }

    @OnEveryInstance("each says that it is there, and whichever takes its turn first runs what is due")
    @Scheduled(cron = "${attune.jobs.look}")
    void look() {
        if (ready) {
            instances.sayHere();
            jobs.runWhatIsDue();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        instances.sayHere();
        ready = true;
    }

    @EventListener(ContextClosedEvent.class)
    void sayGone() {
        try {
            instances.sayGone();
        } catch (DataAccessException databaseWentFirst) {
            // It is seen no longer within minutes.
        }
    }
}
