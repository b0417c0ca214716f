package org.attune.stages.web;

/**
 * A line of what a stage asks for, as its form shows it.
 *
 * @param check the key of the check; for a group {@code all} or {@code any}
 * @param counts whether it takes a number
 * @param looksBack whether it takes a number of days
 * @param rises whether there is one before it in its group
 * @param falls whether there is one after it in its group
 * @param opens whether a group may begin in it
 */
record LineShown(
        int at,
        int depth,
        String check,
        boolean group,
        boolean counts,
        boolean looksBack,
        boolean rises,
        boolean falls,
        boolean opens) {}
