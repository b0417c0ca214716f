package org.attune.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own second factor.
 *
 * @param required whether their role has to have one
 * @param secret what the app is told, in groups of four; only as long as the first code is still to come
 * @param address the same as apps read it from a QR code
 * @param codesLeft how many recovery codes were not used yet
 */
public record SecondFactorView(
        boolean required,
        @Nullable String secret,
        @Nullable String address,
        @Nullable Instant since,
        int codesLeft) {

    public boolean isOn() {
        return since != null;
    }
}
