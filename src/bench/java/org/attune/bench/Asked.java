package org.attune.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line of Maven; {@code src/docs/bench/how.md} says what each means. */
final class Asked {

    /** What is measured, one after the other. */
    enum Part {
        PAGES,
        SQL,
        DAY,
        START,
        MICRO,
        /** Nothing: the report is written anew in any case. */
        REPORT
    }

    private Asked() {}

    static int contacts() {
        return Integer.parseInt(word("contacts", "10000"));
    }

    static Path jar() {
        return Path.of(word("attune.bench.jar", "target/attune.jar"));
    }

    /** Of which pages, as a pattern for all of a name. */
    static String only() {
        return word("attune.bench.only", ".*");
    }

    /** Where the database of the sample is kept. */
    static Path data() {
        return Path.of(word("attune.bench.data", "target/bench/data-" + contacts()));
    }

    /** Of a sample that was not filled here. */
    static @Nullable String password() {
        String password = word("attune.bench.password", "");
        return password.isEmpty() ? null : password;
    }

    /** Where what is only looked at goes: plans, logs. */
    static Path workplace() {
        return Path.of("target", "bench");
    }

    /** Where what is committed goes. */
    static Path reports() {
        return Path.of(word("attune.bench.reports", "src/docs/bench"));
    }

    static int port() {
        return Integer.parseInt(word("attune.bench.port", "9400"));
    }

    /** Of each page, after warming up. */
    static int samples() {
        return Integer.parseInt(word("attune.bench.samples", "250"));
    }

    /** How long everything is called before anything is measured: the JVM compiles while it runs. */
    static Duration warmUp() {
        return Duration.ofSeconds(Integer.parseInt(word("attune.bench.warm-up", "90")));
    }

    /** How long a page may take for all its samples; one that is far too slow gets fewer of them, and the report says how many. */
    static Duration patience() {
        return Duration.ofSeconds(Integer.parseInt(word("attune.bench.patience", "60")));
    }

    /** How long each mixed day is measured. */
    static Duration day() {
        return Duration.ofSeconds(Integer.parseInt(word("attune.bench.day", "60")));
    }

    /**
     * How long each mixed day goes on before it is measured. Long enough for ten connections to have met what is asked seven times,
     * which is how often a statement is planned anew on each of them before its plan is kept.
     */
    static Duration dayWarmUp() {
        return Duration.ofSeconds(Integer.parseInt(word("attune.bench.day-warm-up", "120")));
    }

    static List<Integer> users() {
        return Arrays.stream(word("attune.bench.users", "1,16,64").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    /** What the JVM of Attune is started with, as the README says for production. */
    static List<String> javaOptions() {
        String options = word("attune.bench.java-options", "");
        return options.isBlank() ? List.of() : List.of(options.trim().split("\\s+"));
    }

    /** Another JDK whose start is measured as well, with a cache made ahead of time. */
    static @Nullable Path laterJdk() {
        String home = word("attune.bench.jdk25", "");
        return home.isEmpty() ? null : Path.of(home);
    }

    static Set<Part> parts() {
        return Arrays.stream(
                        word("attune.bench.parts", "pages,sql,day,start,micro").split(","))
                .map(part -> Part.valueOf(part.trim().toUpperCase()))
                .collect(Collectors.toSet());
    }

    private static String word(String property, String otherwise) {
        String given = System.getProperty(property, "");
        return given.isBlank() || given.startsWith("${") ? otherwise : given.trim();
    }
}
