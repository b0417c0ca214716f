package org.attune.platform.jobs;

/**
 * Something Attune does by itself. Whoever is one is found and run; on which instance does not matter. It may be run again at
 * any time, and then does what is left to do.
 */
public interface Job {

    /** As it stands in the database, in small letters and underscores; its words are under {@code upkeep.job.<name>}. */
    String name();

    /** When it begins, as a cron expression with seconds, in UTC. After downtime it begins at once. */
    String when();

    void work();
}
