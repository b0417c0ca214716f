package org.attune.platform.web;

import java.text.ParseException;

/** An amount that means a thousand and more to some and hardly anything to others. */
class AmbiguousAmount extends ParseException {

    private static final long serialVersionUID = 1L;

    private final String large;
    private final String small;

    AmbiguousAmount(String large, String small) {
        super(large, 0);
        this.large = large;
        this.small = small;
    }

    /** Both readings, each so that it can be read in one way only. */
    Object[] readings() {
        return new Object[] {large, small};
    }
}
