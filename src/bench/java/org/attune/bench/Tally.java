package org.attune.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** How long everything of a day took, by kind, in nanoseconds. */
final class Tally {

    private final Map<String, Queue<Long>> times = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();

    /** What is handed on: all times of one kind and how many were no answer. */
    record Kind(List<Long> nanos, int errors) {}

    record Kinds(Map<String, Kind> kinds) {}

    void note(String kind, long nanos, boolean failed) {
        times.computeIfAbsent(kind, first -> new ConcurrentLinkedQueue<>()).add(nanos);
        if (failed) {
            errors.computeIfAbsent(kind, first -> new AtomicInteger()).incrementAndGet();
        }
    }

    void write(Path file) {
        Map<String, Kind> kinds = new TreeMap<>();
        times.forEach((kind, nanos) -> kinds.put(
                kind,
                new Kind(
                        List.copyOf(nanos),
                        errors.getOrDefault(kind, new AtomicInteger()).get())));
        new JsonMapper().writeValue(file.toFile(), new Kinds(kinds));
    }

    static Kinds read(Path file) {
        return new JsonMapper().readValue(file.toFile(), Kinds.class);
    }
}
