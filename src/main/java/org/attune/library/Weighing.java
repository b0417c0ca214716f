package org.attune.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.attune.library.Candidate.Match;
import org.attune.library.HeardHere.Theme;

/**
 * How well something fits what was heard: each word they share counts by how rare it is among what was found, by where it
 * stands there and by how recently it was said; a theme they share counts as much as two rare words. What
 * this is worth is measured in src/docs/bench/suggestions.md.
 */
final class Weighing {

    static final int AT_MOST = 3;

    private static final double ENOUGH = 1.6;
    private static final double OF_THE_BEST = 0.45;
    private static final double THEME = 3;
    private static final int PHRASES = 2;

    private Weighing() {}

    static List<Fit> best(List<Candidate> candidates, HeardHere heard) {
        Map<String, Long> found = candidates.stream()
                .flatMap(one -> one.matches().stream().map(Match::root).distinct())
                .collect(Collectors.groupingBy(root -> root, Collectors.counting()));
        Map<Candidate, Double> scores = new HashMap<>();
        candidates.forEach(one -> scores.put(one, score(one, heard, found, candidates.size())));
        double least = Math.max(
                ENOUGH,
                OF_THE_BEST
                        * scores.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .max()
                                .orElse(0));
        return candidates.stream()
                .filter(one -> Objects.requireNonNull(scores.get(one)) >= least)
                .sorted(Comparator.comparingDouble((Candidate one) -> -Objects.requireNonNull(scores.get(one)))
                        .thenComparing(Candidate::title)
                        .thenComparing(Candidate::id))
                .limit(AT_MOST)
                .map(one -> fit(one, heard, found, candidates.size()))
                .toList();
    }

    private static double score(Candidate one, HeardHere heard, Map<String, Long> found, int all) {
        double words = byRoot(one.matches()).values().stream()
                .mapToDouble(same -> same.stream()
                        .mapToDouble(match -> worth(match, heard, found, all))
                        .max()
                        .orElse(0))
                .sum();
        return words + THEME * one.themes().size();
    }

    private static Map<String, List<Match>> byRoot(Collection<Match> matches) {
        return matches.stream().collect(Collectors.groupingBy(Match::root));
    }

    /** The rarer, the more it says; a word that everything has says nearly nothing. */
    private static double worth(Match match, HeardHere heard, Map<String, Long> found, int all) {
        long having = found.getOrDefault(match.root(), 1L);
        double rarity = Math.log(1 + (all + 20.0) / (having + 1)) / Math.log(2) / 2;
        return rarity
                * match.placeWeight()
                * heard.passages().get(match.passage()).weight();
    }

    /** The reason: the passage that adds most, or a theme where the words alone would not have been enough. */
    private static Fit fit(Candidate one, HeardHere heard, Map<String, Long> found, int all) {
        Map<Integer, List<Match>> byPassage = one.matches().stream().collect(Collectors.groupingBy(Match::passage));
        Map.Entry<Integer, List<Match>> best = byPassage.entrySet().stream()
                .max(Comparator.comparingDouble(
                                (Map.Entry<Integer, List<Match>> entry) -> sum(entry.getValue(), heard, found, all))
                        .thenComparing(entry -> -entry.getKey()))
                .orElse(null);
        if (best == null || !one.themes().isEmpty() && sum(best.getValue(), heard, found, all) < ENOUGH) {
            Theme theme = Objects.requireNonNull(heard.themes().get(one.themes().get(0)));
            return new Fit(
                    one.id(),
                    one.version(),
                    one.title(),
                    Fit.Why.THEME,
                    List.of(theme.name()),
                    null,
                    theme.spoken(),
                    null);
        }
        Passage passage = heard.passages().get(best.getKey());
        return new Fit(
                one.id(),
                one.version(),
                one.title(),
                passage.spoken() != null ? Fit.Why.HEARD : Fit.Why.NEED,
                phrases(best.getValue(), heard, found, all),
                passage.speaker(),
                passage.spoken(),
                passage.need());
    }

    private static double sum(List<Match> matches, HeardHere heard, Map<String, Long> found, int all) {
        return byRoot(matches).values().stream()
                .mapToDouble(same -> same.stream()
                        .mapToDouble(match -> worth(match, heard, found, all))
                        .max()
                        .orElse(0))
                .sum();
    }

    /** Words that stood beside each other stay together: "double entry". The strongest, in the order in which they were said. */
    private static List<String> phrases(List<Match> matches, HeardHere heard, Map<String, Long> found, int all) {
        Map<Integer, Match> byPlace = matches.stream()
                .collect(Collectors.toMap(
                        Match::at,
                        match -> match,
                        (a, b) -> worth(a, heard, found, all) >= worth(b, heard, found, all) ? a : b));
        List<List<Match>> runs = new ArrayList<>();
        byPlace.values().stream().sorted(Comparator.comparingInt(Match::at)).forEach(match -> {
            List<Match> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (!last.isEmpty() && last.get(last.size() - 1).at() + 1 == match.at()) {
                last.add(match);
            } else {
                runs.add(new ArrayList<>(List.of(match)));
            }
        });
        List<List<Match>> strongest = runs.stream()
                .sorted(Comparator.comparingDouble((List<Match> run) -> -sum(run, heard, found, all)))
                .limit(PHRASES)
                .toList();
        return runs.stream()
                .filter(strongest::contains)
                .map(run -> run.stream().map(Match::word).collect(Collectors.joining(" ")))
                .distinct()
                .toList();
    }
}
