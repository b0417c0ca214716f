package org.attune.voice;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What guesses of themes are worth, on real sentences labelled by hand (src/test/resources/themes). No test: run with
 * {@code ./mvnw -Pbench test -Dtest=ThemesBench}. The development part is what was given its themes before; each of its own sentences is
 * guessed from the others. The least likeness is the one with the best F1 there; the held-out part is guessed from the development part.
 */
@AttuneTest
class ThemesBench {

    private static final Path RESULT = Path.of("target", "bench-themes.md");
    private static final List<Double> LEAST = List.of(0.0, 0.05, 0.10, 0.15, 0.20, 0.25, 0.30, 0.40);
    private static final int AT_MOST = 3;

    @Autowired
    private ThemeSorting sorting;

    @Autowired
    private Themes themes;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private final StringBuilder result = new StringBuilder();

    private record Said(String set, boolean heldOut, Set<String> themes, String words) {}

    private record Guess(String theme, double score) {}

    /** A sentence with what was guessed about it, the likeliest first, whatever the likeness. */
    private record Guessed(Said said, List<Guess> guesses) {

        List<String> from(double least) {
            return guesses.stream()
                    .filter(one -> one.score() >= least)
                    .limit(AT_MOST)
                    .map(Guess::theme)
                    .toList();
        }
    }

    private record Figures(
            int sentences, int shown, int right, int wanted, int met, int themed, int first, int silent) {

        static Figures of(List<Guessed> all, Function<Guessed, List<String>> showing) {
            int shown = 0;
            int right = 0;
            int wanted = 0;
            int met = 0;
            int themed = 0;
            int first = 0;
            int silent = 0;
            for (Guessed one : all) {
                List<String> some = showing.apply(one);
                Set<String> labels = one.said().themes();
                long good = some.stream().filter(labels::contains).count();
                shown += some.size();
                right += (int) good;
                wanted += labels.size();
                met += good > 0 ? 1 : 0;
                themed += labels.isEmpty() ? 0 : 1;
                first += !some.isEmpty() && labels.contains(some.get(0)) ? 1 : 0;
                silent += some.isEmpty() ? 1 : 0;
            }
            return new Figures(all.size(), shown, right, wanted, met, themed, first, silent);
        }

        double f1() {
            return shown + wanted == 0 ? 0 : 2.0 * right / (shown + wanted);
        }

        String row(String how) {
            return "| %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            how,
                            share(right, shown),
                            share(right, wanted),
                            number(f1()),
                            share(sentences - silent, sentences),
                            share(met, themed),
                            share(first, sentences - silent));
        }
    }

    @Test
    void guessesWhatIsMeant() throws IOException {
        Map<String, List<Said>> sets = new LinkedHashMap<>();
        lines("sentences.tsv").forEach(line -> sets.computeIfAbsent(line[0], set -> new ArrayList<>())
                .add(new Said(line[0], line[1].equals("held-out"), labels(line[3]), line[4])));
        Map<String, List<Guessed>> development = new LinkedHashMap<>();
        Map<String, List<Guessed>> heldOut = new LinkedHashMap<>();
        for (Map.Entry<String, List<Said>> set : sets.entrySet()) {
            Map<String, String> names = names(set.getKey());
            jdbc.sql("update theme set retired_at = now() where retired_at is null")
                    .update();
            List<Said> known = part(set.getValue(), false);
            List<TurnId> turns = themed(known, names);
            List<Guessed> before = new ArrayList<>();
            for (int n = 0; n < known.size(); n++) {
                before.add(guessed(known.get(n), turns.get(n), names));
            }
            development.put(set.getKey(), before);
            heldOut.put(
                    set.getKey(),
                    part(set.getValue(), true).stream()
                            .map(one -> guessed(one, new TurnId(Ids.next()), names))
                            .toList());
        }
        List<Guessed> settling = all(development);
        double least = LEAST.stream()
                .max(Comparator.comparing(one ->
                        Figures.of(settling, guessed -> guessed.from(one)).f1()))
                .orElseThrow();
        line("Best F1 on the development part: from " + number(least) + "; the product asks for "
                + number(ThemeSorting.LEAST));
        report("development part, both sets", settling, settling);
        report("held-out part, both sets", all(heldOut), settling);
        development
                .keySet()
                .forEach(set -> report(
                        "held-out part, " + set,
                        Objects.requireNonNull(heldOut.get(set)),
                        Objects.requireNonNull(development.get(set))));
        intervals(all(heldOut));
        Files.writeString(RESULT, result);
        System.out.println(result);
        assertThat(settling).hasSizeGreaterThan(200);
    }

    /** As if people had said what they are about, one after the other. */
    private List<TurnId> themed(List<Said> said, Map<String, String> names) {
        Viewer anna = somebody.whoSells();
        ContactId helen = scene.contactOf(anna, "Helen", "Brandt");
        ConversationId talk = scene.begun(anna, Visibility.ALL, helen);
        return said.stream()
                .map(one -> {
                    TurnId turn = scene.heard(anna, talk, helen, one.words());
                    one.themes().forEach(theme -> themes.add(anna, turn, Objects.requireNonNull(names.get(theme))));
                    return turn;
                })
                .toList();
    }

    private Guessed guessed(Said said, TurnId self, Map<String, String> names) {
        Map<String, String> keys = new HashMap<>();
        names.forEach((key, name) -> keys.put(name, key));
        return new Guessed(
                said,
                sorting.guesses(said.words(), self, 0).stream()
                        .map(one -> new Guess(Objects.requireNonNull(keys.get(one.name())), one.score()))
                        .toList());
    }

    private void report(String which, List<Guessed> said, List<Guessed> others) {
        long none = said.stream().filter(one -> one.said().themes().isEmpty()).count();
        line("");
        line("### " + which + ": " + said.size() + " sentences, " + none + " of them about no theme");
        line("");
        line("| shown | precision | recall | F1 | coverage | one of them right | first one right |");
        line("|---|---|---|---|---|---|---|");
        for (double least : LEAST) {
            line(Figures.of(said, one -> one.from(least)).row("guesses from " + number(least)));
        }
        Map<String, List<String>> most = others.stream()
                .collect(groupingBy(
                        one -> one.said().set(),
                        Collectors.collectingAndThen(Collectors.toList(), ThemesBench::mostUsed)));
        for (int many : new int[] {1, AT_MOST}) {
            line(Figures.of(said, one -> most.getOrDefault(one.said().set(), List.of()).stream()
                            .limit(many)
                            .toList())
                    .row(many == 1 ? "always the most used theme" : "always the three most used"));
        }
    }

    private void intervals(List<Guessed> said) {
        Figures chosen = Figures.of(said, one -> one.from(ThemeSorting.LEAST));
        line("");
        line("Wilson’s 95 %% intervals, held out, from %s: precision %s, recall %s"
                .formatted(
                        number(ThemeSorting.LEAST),
                        wilson(chosen.right(), chosen.shown()),
                        wilson(chosen.right(), chosen.wanted())));
    }

    private static String wilson(int some, int all) {
        double z = 1.96;
        double share = (double) some / all;
        double middle = share + z * z / (2 * all);
        double half = z * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all));
        double below = 1 + z * z / all;
        return number((middle - half) / below) + " to " + number((middle + half) / below);
    }

    private static List<String> mostUsed(Collection<Guessed> some) {
        Map<String, Long> used = some.stream()
                .flatMap(one -> one.said().themes().stream())
                .collect(groupingBy(Function.identity(), Collectors.counting()));
        return used.keySet().stream()
                .sorted(Comparator.comparing((String key) -> used.getOrDefault(key, 0L))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static List<Guessed> all(Map<String, List<Guessed>> sets) {
        return sets.values().stream().flatMap(List::stream).toList();
    }

    private static List<Said> part(List<Said> said, boolean heldOut) {
        return said.stream().filter(one -> one.heldOut() == heldOut).toList();
    }

    private static Set<String> labels(String written) {
        return written.equals("-") ? Set.of() : Set.copyOf(Arrays.asList(written.split(",")));
    }

    private static Map<String, String> names(String set) throws IOException {
        return lines("themes.tsv").stream()
                .filter(line -> line[0].equals(set))
                .collect(Collectors.toMap(line -> line[1], line -> line[2]));
    }

    private static String share(int some, int all) {
        return all == 0 ? "–" : "%s (%d of %d)".formatted(number((double) some / all), some, all);
    }

    private static String number(double some) {
        return String.format(Locale.ROOT, "%.2f", some);
    }

    private void line(String words) {
        result.append(words).append('\n');
    }

    private static List<String[]> lines(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ThemesBench.class.getResourceAsStream("/themes/" + file)),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
