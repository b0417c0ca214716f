package org.attune.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.attune.bench.Results.About;
import org.attune.bench.Results.MicroResult;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Pieces of code that every page or every turn goes through, by themselves. */
final class MicroRun {

    private MicroRun() {}

    static void measure(String busy) throws RunnerException {
        var options = new OptionsBuilder()
                .include("org\\.attune\\..*Timing\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .build();
        List<MicroResult> results = new ArrayList<>();
        for (RunResult one : new Runner(options).run()) {
            String label = one.getParams().getBenchmark();
            String with = one.getParams().getParamsKeys().stream()
                    .map(key -> ", " + key + " " + one.getParams().getParam(key))
                    .collect(Collectors.joining());
            results.add(new MicroResult(
                    label.substring("org.attune.".length()) + with,
                    one.getPrimaryResult().getScore(),
                    one.getPrimaryResult().getScoreError()));
        }
        About about = Machine.about(busy);
        Results.write("micro", new Results.Micros(about, results));
    }
}
