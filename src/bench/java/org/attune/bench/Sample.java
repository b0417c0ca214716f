package org.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The database everything is measured on: filled once by {@code sample} and kept, beside what was filled and the one password of all its
 * accounts. One that is of another size or older than the migrations is filled anew; one that was given is only used.
 */
record Sample(Path data, String password) {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern SAID = Pattern.compile("has this password, which is said this once: (\\S+)");

    static Sample there() throws IOException, InterruptedException {
        Path data = Asked.data();
        String given = Asked.password();
        if (given != null) {
            return new Sample(data, given);
        }
        Path note = data.resolveSibling(data.getFileName() + ".sample");
        String wanted = Asked.contacts() + " contacts, " + schema();
        if (Files.exists(note) && Files.readAllLines(note).get(0).equals(wanted)) {
            return new Sample(data, Files.readAllLines(note).get(1));
        }
        if (Files.exists(data) && !Files.exists(note)) {
            throw new IllegalStateException(data + " was not filled here: say -Dattune.bench.password= with what its"
                    + " sample said, or name another directory.");
        }
        FileSystemUtils.deleteRecursively(data);
        Files.deleteIfExists(note);
        Sample filled = fill(data);
        Files.write(note, List.of(wanted, filled.password()));
        return filled;
    }

    private static Sample fill(Path data) throws IOException, InterruptedException {
        System.out.printf("Filling %s with %,d contacts …%n", data, Asked.contacts());
        Files.createDirectories(Objects.requireNonNull(data.toAbsolutePath().getParent()));
        Process filling = Attune.run(
                List.of(
                        Attune.java().toString(),
                        "-jar",
                        Asked.jar().toString(),
                        "sample",
                        "--contacts=" + Asked.contacts(),
                        "--attune.data-directory=" + data),
                "sample");
        int status = filling.waitFor();
        String log = Files.readString(Asked.workplace().resolve("sample.log"));
        Files.delete(Asked.workplace().resolve("sample.log")); // it has the password
        Matcher said = SAID.matcher(log);
        if (status != 0 || !said.find()) {
            throw new IllegalStateException("The sample was not filled:\n" + log);
        }
        return new Sample(data, said.group(1));
    }

    /** The last migration there is, and how many there are. */
    private static String schema() throws IOException {
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .collect(Collectors.toList());
            return names.size() + " migrations up to " + names.get(names.size() - 1);
        }
    }
}
