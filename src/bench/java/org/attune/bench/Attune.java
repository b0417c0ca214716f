package org.attune.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.attune.platform.database.ApplicationRole;
import org.attune.platform.database.DatabaseLogin;

/** The packaged jar in a process of its own, as somebody would run it: default profile, its own PostgreSQL. */
final class Attune implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(2);

    /** Longer than Attune waits between two looks at what is due. */
    private static final Duration LOOKS = Duration.ofSeconds(25);

    private static final Duration REST = Duration.ofMinutes(90);
    private static final double IDLE = 0.04;

    private final Process process;
    private final Path data;
    private final int port;
    private final Duration readyAfter;

    private Attune(Process process, Path data, int port, Duration readyAfter) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.readyAfter = readyAfter;
    }

    /** Starts the jar as it was built and waits until it says that it is ready. */
    static Attune start(Path java, List<String> options, Path data, String name) {
        return start(java, options, Asked.jar(), data, name);
    }

    /** Starts another jar of it, an unpacked one for example. */
    static Attune start(Path java, List<String> options, Path jar, Path data, String name) {
        int port = Asked.port();
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--attune.data-directory=" + data,
                "--attune.database.port=" + (port + 2),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--management.server.port=" + (port + 1)));
        long begin = System.nanoTime();
        Process process = run(command, name);
        Attune attune = new Attune(process, data, port, Duration.ZERO);
        attune.awaitReady(begin);
        return new Attune(process, data, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Its output goes into a file of the workplace. */
    static Process run(List<String> command, String name) {
        try {
            Path log = Files.createDirectories(Asked.workplace()).resolve(name + ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Duration readyAfter() {
        return readyAfter;
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits until it has done what was due when it started: a day's health of a million people keeps it busy for half an hour, and nothing
     * measured beside that says what a page costs. It is at rest when it and its database hardly used a processor for as long as it
     * takes to look twice.
     */
    Attune atRest() throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < REST.toNanos()) {
            long before = Load.cpuMillis(pid()) + Load.cpuMillisWithChildren(postmaster());
            Thread.sleep(LOOKS.toMillis());
            long used = Load.cpuMillis(pid()) + Load.cpuMillisWithChildren(postmaster()) - before;
            if (used < IDLE * LOOKS.toMillis()) {
                return this;
            }
            System.out.printf(
                    "Waiting until what was due is done; it used %.0f %% of a processor …%n",
                    100.0 * used / LOOKS.toMillis());
        }
        throw new IllegalStateException("Attune did not come to rest; its log is in " + Asked.workplace());
    }

    /** The server of its database. */
    long postmaster() {
        return Long.parseLong(postmasterFile().get(0).trim());
    }

    DatabaseLogin owner() {
        try {
            return new DatabaseLogin(
                    "jdbc:postgresql://127.0.0.1:" + (port + 2) + "/attune",
                    "attune",
                    Files.readString(data.resolve("owner-password")).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatabaseLogin application() {
        return new ApplicationRole(owner(), "attune_app", null).login();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> postmasterFile() {
        try {
            return Files.readAllLines(data.resolve("cluster").resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(long begin) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ask = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + (port + 1) + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (System.nanoTime() - begin < START.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("Attune ended instead of starting; its log is in " + Asked.workplace());
            }
            try {
                if (client.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(10);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        close();
        throw new IllegalStateException("Attune did not become ready; its log is in " + Asked.workplace());
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
