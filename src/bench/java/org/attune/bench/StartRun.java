package org.attune.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attune.bench.Results.StartResult;
import org.jspecify.annotations.Nullable;

/** How long a start on a database that is there takes until Attune says it is ready, and what it has in memory a minute later. */
final class StartRun {

    private static final int TIMES = 3;
    private static final long AT_REST = 60_000;

    private StartRun() {}

    static void measure(Sample sample, String busy) throws Exception {
        List<StartResult> results = new ArrayList<>();
        Results.@Nullable About about = null;
        List<Double> seconds = new ArrayList<>();
        long resident = 0;
        for (int n = 0; n < TIMES; n++) {
            boolean last = n == TIMES - 1;
            try (Attune attune = Attune.start(Attune.java(), Asked.javaOptions(), sample.data(), "start")) {
                seconds.add(attune.readyAfter().toMillis() / 1000.0);
                if (last) {
                    Thread.sleep(AT_REST);
                    resident = Load.residentMegabytes(attune.pid());
                    try (Firm firm = new Firm(attune.owner().open())) {
                        about = Machine.about(firm, busy);
                    }
                }
            }
        }
        results.add(said(new StartResult("Java " + Runtime.version().feature(), seconds, resident)));
        Path later = Asked.laterJdk();
        if (later != null) {
            results.add(said(withCache(sample, later)));
        }
        if (about != null) {
            Results.write(Asked.contacts() + "-start", new Results.Starts(about, results));
        }
    }

    /** A first run makes the cache when it ends; the others start from it. */
    private static StartResult withCache(Sample sample, Path jdk) throws Exception {
        Path java = jdk.resolve("bin").resolve("java");
        Path cache = Asked.workplace().toAbsolutePath().resolve("attune.aot");
        Files.deleteIfExists(cache);
        List<String> making = new ArrayList<>(Asked.javaOptions());
        making.add("-XX:AOTCacheOutput=" + cache);
        Attune.start(java, making, sample.data(), "start-making-cache").close();
        List<String> using = new ArrayList<>(Asked.javaOptions());
        using.add("-XX:AOTCache=" + cache);
        List<Double> seconds = new ArrayList<>();
        long resident = 0;
        for (int n = 0; n < TIMES; n++) {
            try (Attune attune = Attune.start(java, using, sample.data(), "start-with-cache")) {
                seconds.add(attune.readyAfter().toMillis() / 1000.0);
                if (n == TIMES - 1) {
                    Thread.sleep(AT_REST);
                    resident = Load.residentMegabytes(attune.pid());
                }
            }
        }
        return new StartResult(jdk.getFileName() + " with a cache made ahead of time", seconds, resident);
    }

    private static StartResult said(StartResult result) {
        System.out.printf(
                "Start, %s: %s s, %d MB at rest%n", result.how(), result.seconds(), result.residentMegabytes());
        return result;
    }
}
