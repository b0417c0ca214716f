package org.attune.upkeep;

/** The connections of the instance that answers. */
public record PoolHealth(int active, int idle, int most, int waiting) {

    /** Requests wait for a connection. */
    public boolean isShort() {
        return waiting > 0;
    }
}
