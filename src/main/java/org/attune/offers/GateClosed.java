package org.attune.offers;

import java.util.List;

/** The gate is closed: nothing was recorded. Carries its answer, so that whoever asked can say what is missing. */
public final class GateClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Readiness> readiness;

    GateClosed(List<Readiness> readiness) {
        super("the gate is closed");
        this.readiness = List.copyOf(readiness);
    }

    public List<Readiness> readiness() {
        return readiness;
    }
}
