package org.attune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of the product as text, for tests of rules that no compiler knows. */
final class Sources {

    static final Path TEMPLATES = Path.of("src/main/resources/templates");
    static final Path MESSAGES = Path.of("src/main/resources/messages");
    static final Path JAVA = Path.of("src/main/java");

    private Sources() {}

    /** All files below a folder that end so, by their path, without the comments that show examples. */
    static Map<Path, String> texts(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, String> texts = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> texts.put(file, withoutExamples(text(file))));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutExamples(String source) {
        return source.replaceAll("(?s)<!--.*?-->", "").replaceAll("(?sm)^ */\\*\\*.*?\\*/", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
