package org.attune.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address of a contact, and whether letters reach it.
 *
 * @param wanted false where whoever it belongs to wants none
 * @param deadSince since when letters come back
 */
public record AddressView(
        String address, boolean wanted, @Nullable Instant deadSince) {}
