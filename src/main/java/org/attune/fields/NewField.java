package org.attune.fields;

import java.util.UUID;

/**
 * Something more is to be known.
 *
 * @param id made beforehand, so that a repeat adds nothing twice
 */
public record NewField(UUID id, Holder holder, FieldKind kind, String name) {}
