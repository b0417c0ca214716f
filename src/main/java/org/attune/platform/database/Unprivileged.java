package org.attune.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A way to run PostgreSQL, which refuses to run as root, where Attune itself runs as root. */
enum Unprivileged {

    /** Nothing to do: Attune is not root. */
    AS_IS(List.of(), false),

    /** In a user namespace of its own it is nobody, and may still read root's files. */
    NAMESPACE(List.of("unshare", "--user"), false),

    /** In containers a namespace is often forbidden; then it becomes nobody for good, and its files go with it. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), true);

    private final List<String> prefix;
    private final boolean ownsFiles;

    Unprivileged(List<String> prefix, boolean ownsFiles) {
        this.prefix = prefix;
        this.ownsFiles = ownsFiles;
    }

    static Unprivileged way() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        return NAMESPACE.works() ? NAMESPACE : NOBODY;
    }

    /** What stands before a command. */
    List<String> prefix() {
        return prefix;
    }

    /** Lets the server at its files. */
    void handOver(Path directory) {
        if (!ownsFiles) {
            return;
        }
        if (!succeeds("chown", "-R", "65534:65534", directory.toString()) || !reaches(directory)) {
            throw new DatabaseUnavailable(
                    "Attune runs as root, which PostgreSQL refuses, and as nobody it cannot get at " + directory + ".",
                    "Start Attune as another user, or choose a data directory that others can reach with"
                            + " attune.data-directory.");
        }
    }

    private boolean works() {
        return reaches(Path.of("/"));
    }

    private boolean reaches(Path directory) {
        List<String> probe = new ArrayList<>(prefix);
        probe.addAll(List.of("test", "-x", directory.toString()));
        return succeeds(probe.toArray(String[]::new));
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
