package org.attune.people;

/** How often a contact wants to be heard: best after so many days, and never later than so many. */
public record Rhythm(int idealDays, int longestDays) {}
