package org.attune.voice;

import java.util.UUID;

/** Somebody who answers. */
public record AnswererView(Addressee audience, UUID user, String name, boolean byLetter) {}
