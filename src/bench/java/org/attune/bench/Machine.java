package org.attune.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Stream;
import org.attune.bench.Results.About;

/** What all of it runs on. */
final class Machine {

    private Machine() {}

    static About about(Firm firm, String busyBefore) {
        return about(firm.version(), firm.setting("shared_buffers"), busyBefore, firm.size());
    }

    /** Without a database. */
    static About about(String busyBefore) {
        return about("", "", busyBefore, Map.of());
    }

    private static About about(String postgres, String sharedBuffers, String busyBefore, Map<String, Long> size) {
        return new About(
                ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")),
                commit(),
                after(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(after(Path.of("/proc/meminfo"), "MemTotal", "0").replaceAll("\\D", "")) / 1024,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                String.join(" ", Asked.javaOptions()),
                postgres,
                sharedBuffers,
                versionOfGatling(),
                busyBefore,
                size);
    }

    private static String versionOfGatling() {
        String path = System.getProperty("java.class.path");
        return Stream.of(path.split("[:;]"))
                .filter(jar -> jar.contains("gatling-app-"))
                .map(jar -> jar.replaceAll(".*gatling-app-(.*)\\.jar", "$1"))
                .findFirst()
                .orElse("?");
    }

    private static String commit() {
        return said("git", "rev-parse", "--short=10", "HEAD")
                + (said("git", "status", "--porcelain", "--untracked-files=no", "src/main", "pom.xml")
                                .isEmpty()
                        ? ""
                        : " with changes");
    }

    private static String said(String... command) {
        try {
            Process process = new ProcessBuilder(command).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            return "";
        }
    }

    private static String after(Path file, String word, String otherwise) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(word))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
