package org.attune.conversations;

/** One bar of the waveform: theirs above the line, ours below, as high as there are words. */
public record Bar(int seq, TurnKind kind, int words) {}
