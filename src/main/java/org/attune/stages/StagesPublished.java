package org.attune.stages;

/** Other stages are in force from now on: told in the transaction that published them. */
public record StagesPublished(int version) {}
