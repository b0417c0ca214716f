package org.attune.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time and memory of processes, as Linux counts them; nothing where there is no {@code /proc}. */
final class Load {

    private static final long MILLIS_OF_A_TICK = 10;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Load() {}

    /** Of one process. */
    static long cpuMillis(long pid) {
        List<String> stat = stat(pid);
        return stat.isEmpty() ? 0 : MILLIS_OF_A_TICK * (number(stat, USER) + number(stat, SYSTEM));
    }

    /** Of a process, all below it, and those below it that have ended. */
    static long cpuMillisWithChildren(long pid) {
        Map<Long, List<String>> all = all();
        long ticks = 0;
        Deque<Long> open = new ArrayDeque<>(List.of(pid));
        while (!open.isEmpty()) {
            long one = open.pop();
            List<String> stat = all.getOrDefault(one, List.of());
            if (stat.isEmpty()) {
                continue;
            }
            ticks += number(stat, USER)
                    + number(stat, SYSTEM)
                    + number(stat, CHILDREN_USER)
                    + number(stat, CHILDREN_SYSTEM);
            all.forEach((child, its) -> {
                if (number(its, PARENT) == one) {
                    open.push(child);
                }
            });
        }
        return MILLIS_OF_A_TICK * ticks;
    }

    /** What a process has in memory, in megabytes. */
    static long residentMegabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** How busy the machine is with everything, over the last minute. */
    static String average() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "?";
        }
    }

    private static Map<Long, List<String>> all() {
        Map<Long, List<String>> all = new HashMap<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .map(Long::valueOf)
                    .forEach(pid -> {
                        List<String> stat = stat(pid);
                        if (!stat.isEmpty()) {
                            all.put(pid, stat);
                        }
                    });
        } catch (NoSuchFileException e) {
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** What stands behind the name, which may have blanks in it. */
    private static List<String> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long number(List<String> stat, int place) {
        return Long.parseLong(stat.get(place));
    }
}
