package org.attune.pulse;

/** The four answers, from the least. */
public enum Felt {
    NOT_AT_ALL,
    A_LITTLE,
    MOSTLY,
    FULLY;

    /** 1 to 4. */
    public int step() {
        return ordinal() + 1;
    }

    public static Felt of(int step) {
        return values()[step - 1];
    }
}
