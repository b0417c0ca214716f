package org.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attune.bench.Results.StartResult;

/** How long a start on a database that is there takes until Attune says it is ready, and what it has in memory when it has rested. */
final class StartRun {

    private static final int TIMES = 3;
    private static final long AT_REST = 150_000;

    private final Sample sample;
    private final List<StartResult> results = new ArrayList<>();

    private StartRun(Sample sample) {
        this.sample = sample;
    }

    static void measure(Sample sample, String busy) throws Exception {
        StartRun run = new StartRun(sample);
        String seventeen = "Java " + Runtime.version().feature();
        run.measure(seventeen + ", the jar as it is", Attune.java(), Asked.jar(), List.of());
        Path unpacked = unpacked();
        run.prepared(
                seventeen + ", unpacked, with a class archive",
                Attune.java(),
                unpacked,
                "ArchiveClassesAtExit",
                "SharedArchiveFile");
        Path later = Asked.laterJdk();
        if (later != null) {
            Path java = later.resolve("bin").resolve("java");
            run.prepared(
                    later.getFileName() + ", unpacked, with an ahead-of-time cache",
                    java,
                    unpacked,
                    "AOTCacheOutput",
                    "AOTCache");
        }
        Results.write(Asked.contacts() + "-start", new Results.Starts(run.about(busy), run.results));
    }

    private void measure(String how, Path java, Path jar, List<String> options) throws Exception {
        List<Double> seconds = new ArrayList<>();
        long resident = 0;
        for (int n = 0; n < TIMES; n++) {
            try (Attune attune = Attune.start(java, with(options), jar, sample.data(), "start")) {
                seconds.add(attune.readyAfter().toMillis() / 1000.0);
                if (n == TIMES - 1) {
                    Thread.sleep(AT_REST);
                    resident = Load.residentMegabytes(attune.pid());
                }
            }
        }
        StartResult result = new StartResult(how, seconds, resident);
        results.add(result);
        System.out.printf("Start, %s: %s s, %d MB at rest%n", how, seconds, resident);
    }

    /** A first run makes the archive when it ends; the others start from it. */
    private void prepared(String how, Path java, Path jar, String making, String using) throws Exception {
        Path archive = Asked.workplace().toAbsolutePath().resolve("attune." + using);
        Files.deleteIfExists(archive);
        Attune.start(java, with(List.of("-XX:" + making + "=" + archive)), jar, sample.data(), "start-making")
                .close();
        measure(how, java, jar, List.of("-XX:" + using + "=" + archive));
    }

    private static List<String> with(List<String> options) {
        return Stream.concat(Asked.javaOptions().stream(), options.stream()).toList();
    }

    private static Path unpacked() throws IOException, InterruptedException {
        Path to = Asked.workplace().toAbsolutePath().resolve("unpacked");
        List<String> command = List.of(
                Attune.java().toString(),
                "-Djarmode=tools",
                "-jar",
                Asked.jar().toString(),
                "extract",
                "--force",
                "--destination",
                to.toString());
        if (Attune.run(command, "unpacking").waitFor() != 0) {
            throw new IllegalStateException("the jar could not be unpacked; see unpacking.log in " + Asked.workplace());
        }
        return to.resolve(Asked.jar().getFileName());
    }

    private Results.About about(String busy) throws Exception {
        try (Attune attune = Attune.start(Attune.java(), Asked.javaOptions(), sample.data(), "start");
                Firm firm = new Firm(attune.owner().open())) {
            return Machine.about(firm, busy);
        }
    }
}
