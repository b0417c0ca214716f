package org.attune.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, kept as files beside the report, one for each size and part, so that runs of different sizes stand side by side. */
final class Results {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Results() {}

    /** On what, when and of which state of the code. */
    record About(
            String date,
            String commit,
            String processor,
            int cores,
            long megabytes,
            String java,
            String javaOptions,
            String postgres,
            String sharedBuffers,
            String gatling,
            String busyBefore,
            Map<String, Long> size) {}

    /**
     * A page.
     *
     * @param attuneMillis processor time of Attune for each
     * @param postgresMillis processor time of PostgreSQL for each
     * @param sql how long its own statements take alone; none where that was not measured
     * @param tooMuch statements that read more than they show
     */
    record PageResult(
            String name,
            String role,
            String about,
            @Nullable Integer budget,
            Spread time,
            double kilobytes,
            double attuneMillis,
            double postgresMillis,
            int statements,
            @Nullable Spread sql,
            long rowsRead,
            long rowsReturned,
            long blocks,
            List<Suspect> tooMuch,
            @Nullable String failed) {}

    /** A statement that reads more than it shows. */
    record Suspect(String sql, long read, long returned, long blocks, String worst) {}

    /** So many users at a time, without a moment to think. */
    record DayResult(
            int users,
            long pages,
            long errors,
            double perSecond,
            double p50,
            double p95,
            double p99,
            double most,
            double attuneMillis,
            double postgresMillis,
            double clientMillis,
            double kilobytes,
            List<DayLine> lines) {}

    /** One kind of page within the mixed day. */
    record DayLine(String name, long pages, long errors, double p50, double p95, double p99) {}

    /** How a start went. */
    record StartResult(String how, List<Double> seconds, long residentMegabytes) {}

    /** A piece of code by itself. */
    record MicroResult(String name, double micros, double error) {}

    record Pages(About about, List<PageResult> pages) {}

    /** @param residentMegabytes what Attune has in memory when it has been at rest for two and a half minutes afterwards */
    record Days(About about, List<DayResult> days, long residentMegabytes) {}

    record Starts(About about, List<StartResult> starts) {}

    record Micros(About about, List<MicroResult> micros) {}

    static void write(String name, Object results) {
        try {
            Files.createDirectories(folder());
            Files.writeString(file(name), JSON.writeValueAsString(results) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> Optional<T> read(String name, Class<T> type) {
        return Files.exists(file(name)) ? Optional.of(JSON.readValue(file(name).toFile(), type)) : Optional.empty();
    }

    /** The sizes there are results of, the smallest first. */
    static List<Integer> sizes() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return new ArrayList<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+-\\w+\\.json"))
                    .map(name -> Integer.valueOf(name.substring(0, name.indexOf('-'))))
                    .distinct()
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Asked.reports().resolve("results");
    }

    private static Path file(String name) {
        return folder().resolve(name + ".json");
    }
}
