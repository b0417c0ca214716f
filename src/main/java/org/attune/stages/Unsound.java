package org.attune.stages;

import java.util.List;

/** What was asked of the stages cannot be; each problem says at its field what helps. Nothing was changed. */
public final class Unsound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    Unsound(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
