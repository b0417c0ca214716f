package org.attune.platform.web;

/**
 * One bar of a waveform, in the numbers an SVG {@code rect} takes.
 *
 * @param look {@code u} theirs, {@code q} our question, {@code d} anything else of ours
 */
public record WaveBar(String look, double x, double y, double width, double height, double round) {}
