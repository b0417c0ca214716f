package org.attune.library;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A material of usual length is read for what sounds like a pitch. */
@State(Scope.Benchmark)
public class PitchLintTiming {

    private final String text = """
            # When a line stands still

            Most plants we talk with count the minutes and not the reasons. Begin with a list of the last ten stops: when, for how long, who noticed,
            what was done. Ask those who stand beside the machine. You will find that two causes make up half of the time.

            Our unique solution is the best on the market. Book a demo today!

            """.repeat(12);

    @Benchmark
    public Object lint() {
        return PitchLint.of(text, "en");
    }
}
