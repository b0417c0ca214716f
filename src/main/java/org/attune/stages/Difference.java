package org.attune.stages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is different between two definitions.
 *
 * @param stage the name of the stage it is about
 * @param what which part of it
 * @param was what it was: a text, a number, a hat, what was asked for, or nothing
 * @param becomes the same as it is then
 */
public record Difference(
        String stage,
        What what,
        @Nullable Object was,
        @Nullable Object becomes) {

    /** In the order they are told. */
    public enum What {
        ADDED,
        RETIRED,
        NAME,
        PLACE,
        HAT,
        MEANING,
        COLOUR,
        IDEAL,
        LONGEST,
        PATIENCE,
        ASKS,
        OVERRIDE
    }

    static List<Difference> between(Definition was, Definition becomes) {
        List<Difference> all = new ArrayList<>();
        for (Stage stage : becomes.stages()) {
            Stage before = was.stage(stage.key()).orElse(null);
            if (before == null) {
                all.add(new Difference(stage.name(), What.ADDED, null, null));
            } else {
                all.addAll(between(before, stage));
            }
        }
        was.stages().stream()
                .filter(stage -> becomes.stage(stage.key()).isEmpty())
                .forEach(stage -> all.add(new Difference(stage.name(), What.RETIRED, null, null)));
        all.addAll(places(was, becomes));
        return all;
    }

    static List<Difference> between(Stage was, Stage becomes) {
        List<Difference> all = new ArrayList<>();
        add(all, becomes, What.NAME, was.name(), becomes.name());
        add(all, becomes, What.HAT, was.hat(), becomes.hat());
        add(all, becomes, What.MEANING, was.meaning(), becomes.meaning());
        add(all, becomes, What.COLOUR, was.colour(), becomes.colour());
        add(all, becomes, What.IDEAL, was.idealDays(), becomes.idealDays());
        add(all, becomes, What.LONGEST, was.longestDays(), becomes.longestDays());
        add(all, becomes, What.PATIENCE, was.patienceDays(), becomes.patienceDays());
        add(all, becomes, What.ASKS, was.asks(), becomes.asks());
        add(all, becomes, What.OVERRIDE, was.overrideAllowed(), becomes.overrideAllowed());
        return all;
    }

    private static void add(
            List<Difference> all, Stage stage, What what, @Nullable Object was, @Nullable Object becomes) {
        if (!Objects.equals(was, becomes)) {
            all.add(new Difference(stage.name(), what, was, becomes));
        }
    }

    /** Only of stages that are in both, and only where their order is another one: adding a stage moves nobody. */
    private static List<Difference> places(Definition was, Definition becomes) {
        List<String> before = common(was, becomes);
        List<String> after = common(becomes, was);
        if (before.equals(after)) {
            return List.of();
        }
        Set<String> inPlace = new HashSet<>(longestInOrder(before, after));
        return after.stream()
                .filter(key -> !inPlace.contains(key))
                .map(key -> place(was, becomes, key))
                .toList();
    }

    private static Difference place(Definition was, Definition becomes, String key) {
        Stage stage = becomes.stage(key).orElseThrow();
        return new Difference(
                stage.name(),
                What.PLACE,
                was.keys().indexOf(key) + 1,
                becomes.keys().indexOf(key) + 1);
    }

    private static List<String> common(Definition of, Definition with) {
        return of.keys().stream().filter(key -> with.stage(key).isPresent()).toList();
    }

    /** The most keys that did not change their order among one another; the rest is what was moved. */
    private static List<String> longestInOrder(List<String> before, List<String> after) {
        List<List<String>> best = new ArrayList<>();
        for (int n = 0; n < after.size(); n++) {
            List<String> longest = List.of();
            for (int m = 0; m < n; m++) {
                boolean follows = before.indexOf(after.get(m)) < before.indexOf(after.get(n));
                if (follows && best.get(m).size() > longest.size()) {
                    longest = best.get(m);
                }
            }
            List<String> here = new ArrayList<>(longest);
            here.add(after.get(n));
            best.add(here);
        }
        return best.stream().reduce(List.of(), (one, other) -> other.size() > one.size() ? other : one);
    }
}
