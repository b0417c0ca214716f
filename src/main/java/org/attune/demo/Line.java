package org.attune.demo;

/** A line of a script and where it stands. */
record Line(String file, int number, String text) {

    ScriptProblem problem(String what) {
        return new ScriptProblem(this, what, null);
    }

    /** The same place, with another part of its words. */
    Line saying(String part) {
        return new Line(file, number, part);
    }
}
