package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What suggestions are worth, on a labelled set written before anything was measured (src/test/resources/suggestions). No
 * test: run with {@code ./mvnw -Pbench test -Dtest=FittingBench}. Every other passage, beginning with
 * the first, is for settling the numbers in {@link Weighing}; the rest is held out.
 */
@AttuneTest
class FittingBench {

    private static final Path RESULT = Path.of("target", "bench-suggestions.md");

    @Autowired
    private Shelf shelf;

    @Autowired
    private FittingRows rows;

    @Autowired
    private Somebody somebody;

    private final Map<UUID, String> names = new HashMap<>();
    private final List<String> all = new ArrayList<>();
    private final StringBuilder result = new StringBuilder();

    private record Passages(Set<String> helpful, String words) {}

    @Test
    void suggestsWhatHelps() throws IOException {
        Viewer anna = somebody.whoSells();
        for (String[] item : lines("items.txt", 6)) {
            MaterialVersionId version = shelf.material(anna, item[1], item[2], item[3], item[4], item[5], List.of());
            names.put(shelf.materialOf(version).value(), item[0]);
            all.add(item[0]);
        }
        List<Passages> said = lines("passages.txt", 2).stream()
                .map(line -> new Passages(
                        Arrays.stream(line[0].split(",\\s*"))
                                .filter(id -> !id.equals("-"))
                                .collect(Collectors.toSet()),
                        line[1]))
                .toList();
        Function<Passages, List<String>> fitting = passage -> suggested(anna, passage.words());
        report("half it was settled on", every(said, 0), every(said, 1), fitting);
        report("held-out half", every(said, 1), every(said, 0), fitting);
        report("held-out half, English", english(every(said, 1)), english(every(said, 0)), fitting);
        report("held-out half, German", german(every(said, 1)), german(every(said, 0)), fitting);
        misses(every(said, 0), fitting);
        Files.writeString(RESULT, result);
        System.out.println(result);
        assertThat(said).hasSizeGreaterThanOrEqualTo(60);
    }

    private List<String> suggested(Viewer viewer, String words) {
        HeardHere heard = new HeardHere(
                List.of(Passage.heard("Helen", new Spoken(new ConversationId(Ids.next()), 1, Instant.now()), words, 0)),
                Map.of(),
                Set.of());
        List<Candidate> candidates = rows.candidates(viewer, List.of(heard), false, Instant.now(), 60).get(0).stream()
                .filter(one -> names.containsKey(one.id()))
                .toList();
        return Weighing.best(candidates, heard).stream()
                .map(fit -> Objects.requireNonNull(names.get(fit.id())))
                .toList();
    }

    private void report(
            String which, List<Passages> passages, List<Passages> others, Function<Passages, List<String>> fitting) {
        line("");
        line("### " + which + ": " + passages.size() + " passages");
        line("");
        line("| | precision@3 | recall@3 | first one right | shown in all | silent where nothing fits |");
        line("|---|---|---|---|---|---|");
        measure("by words, as Attune does", passages, fitting);
        List<String> most = mostUsed(others);
        measure("the three most used", passages, passage -> most);
        Random chance = new Random(5);
        measure("three at random", passages, passage -> {
            List<String> some = new ArrayList<>(all);
            Collections.shuffle(some, chance);
            return some.subList(0, 3);
        });
    }

    private void measure(String how, List<Passages> passages, Function<Passages, List<String>> suggesting) {
        int shown = 0;
        int right = 0;
        int wanted = 0;
        int first = 0;
        int asking = 0;
        int silent = 0;
        int nothing = 0;
        for (Passages passage : passages) {
            List<String> suggested = suggesting.apply(passage);
            shown += suggested.size();
            right +=
                    (int) suggested.stream().filter(passage.helpful()::contains).count();
            wanted += passage.helpful().size();
            if (passage.helpful().isEmpty()) {
                nothing++;
                silent += suggested.isEmpty() ? 1 : 0;
            } else {
                asking++;
                first += !suggested.isEmpty() && passage.helpful().contains(suggested.get(0)) ? 1 : 0;
            }
        }
        line("| %s | %s | %s | %s | %d | %d of %d |"
                .formatted(how, of(right, shown), of(right, wanted), of(first, asking), shown, silent, nothing));
    }

    private void misses(List<Passages> passages, Function<Passages, List<String>> fitting) {
        for (Passages passage : passages) {
            List<String> suggested = fitting.apply(passage);
            if (!Set.copyOf(suggested).equals(passage.helpful())) {
                System.out.println(suggested + " for " + passage);
            }
        }
    }

    private static String of(int some, int all) {
        return all == 0 ? "–" : "%.2f (%d of %d)".formatted((double) some / all, some, all);
    }

    /** As if what helped in the other half had been used that often. */
    private List<String> mostUsed(List<Passages> others) {
        Map<String, Long> used = new LinkedHashMap<>();
        all.forEach(id -> used.put(
                id, others.stream().filter(one -> one.helpful().contains(id)).count()));
        return all.stream()
                .sorted((a, b) -> Long.compare(used.getOrDefault(b, 0L), used.getOrDefault(a, 0L)))
                .limit(3)
                .toList();
    }

    private static List<Passages> every(List<Passages> said, int from) {
        List<Passages> half = new ArrayList<>();
        for (int n = from; n < said.size(); n += 2) {
            half.add(said.get(n));
        }
        return half;
    }

    private static List<Passages> english(List<Passages> said) {
        return said.stream().filter(one -> of(one, "e-")).toList();
    }

    private static List<Passages> german(List<Passages> said) {
        return said.stream().filter(one -> of(one, "d-")).toList();
    }

    private static boolean of(Passages one, String language) {
        return one.helpful().stream().anyMatch(id -> id.startsWith(language));
    }

    private void line(String words) {
        result.append(words).append('\n');
    }

    private static List<String[]> lines(String file, int parts) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(FittingBench.class.getResourceAsStream("/suggestions/" + file)),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", parts))
                    .toList();
        }
    }
}
