package org.attune.library;

/** A material is begun: what it is for, and the draft of its first version. */
public record WriteMaterial(MaterialId id, MaterialDetails details, MaterialContent content) {}
