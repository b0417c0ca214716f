package org.attune.platform.jobs;

/**
 * Rows that are derived from others and can be made anew from them at any time, also while people work. Whoever is one is found
 * by {@code attune.rebuild}.
 */
public interface Rebuildable {

    /** As one names it after {@code rebuild}. */
    String rows();

    /** @return about how many contacts, conversations or other things */
    int rebuildAll();
}
