package org.attune.library;

import java.util.UUID;

/**
 * A file as somebody sent it.
 *
 * @param id made beforehand, so that it is added once
 */
public record NewFile(UUID id, String name, byte[] content) {}
