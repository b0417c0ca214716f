package org.attune.voice;

/**
 * A word, or two, that one side uses more than the other.
 *
 * @param theirs in how many things they said
 * @param ours in how many things of ours
 * @param score how surely, in standard deviations; below nothing where it is ours
 */
public record Phrase(String text, long theirs, long ours, double score) {}
