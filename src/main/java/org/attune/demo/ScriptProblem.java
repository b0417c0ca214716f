package org.attune.demo;

import org.jspecify.annotations.Nullable;

/** A line of a script cannot be read, or cannot be played because a rule says no. */
final class ScriptProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptProblem(Line line, String what, @Nullable Throwable cause) {
        super(line.file() + ", line " + line.number() + ": " + what, cause);
    }
}
