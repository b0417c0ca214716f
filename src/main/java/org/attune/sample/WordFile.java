package org.attune.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Groups of lines: {@code #} before a remark, {@code [name]} before a group. */
final class WordFile {

    private final String file;
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, List<String>> entries = new ConcurrentHashMap<>();

    private WordFile(String file) {
        this.file = file;
    }

    static WordFile of(String file) {
        WordFile words = new WordFile(file);
        try (InputStream stream = Objects.requireNonNull(WordFile.class.getResourceAsStream("/sample/" + file))) {
            String group = "";
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    group = line.substring(1, line.length() - 1);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    words.groups
                            .computeIfAbsent(group, name -> new ArrayList<>())
                            .add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    List<String> lines(String group) {
        List<String> lines = groups.get(group);
        if (lines == null) {
            throw new IllegalArgumentException("There is no [" + group + "] in " + file);
        }
        return lines;
    }

    /** Of a group whose entries stand beside each other. */
    List<String> entries(String group) {
        return entries.computeIfAbsent(group, name -> lines(name).stream()
                .flatMap(line -> Arrays.stream(line.split(line.contains("|") ? "\\|" : " ")))
                .distinct()
                .toList());
    }

    Map<String, List<String>> all() {
        return groups;
    }
}
