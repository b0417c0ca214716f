package org.attune.conversations;

/** A theme as it is called today, and what it was called when a turn was given it. */
public record ThemeThen(String name, String calledThen) {}
