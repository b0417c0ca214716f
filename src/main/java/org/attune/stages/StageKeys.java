package org.attune.stages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a new stage gets that nobody typed: a key for all time, and a colour nobody else has. */
final class StageKeys {

    private static final int LONGEST = 30;

    private StageKeys() {}

    /** Readable where the name has letters for it, as it stands in addresses; never one that was there before. */
    static String of(String name, Predicate<String> taken) {
        String letters = StageRules.folded(name).replaceAll("[^a-z]+", "_").replaceAll("^_+|_+$", "");
        String cut = letters.substring(0, Math.min(LONGEST, letters.length()));
        String base = cut.isEmpty() ? "stage" : cut;
        String key = base;
        for (char more = 'b'; taken.test(key); more++) {
            key = more <= 'z' ? base + "_" + more : key + "_b";
        }
        return key;
    }

    static Optional<Colour> freeColour(List<Stage> stages) {
        Set<Colour> taken = stages.stream().map(Stage::colour).collect(Collectors.toSet());
        return Arrays.stream(Colour.values())
                .filter(colour -> !taken.contains(colour))
                .findFirst();
    }

    /** The same stage in a colour that is free; in its own where none is. */
    static Stage recoloured(Stage stage, List<Stage> among) {
        return new Stage(
                stage.key(),
                stage.name(),
                freeColour(among).orElse(stage.colour()),
                stage.hat(),
                stage.position(),
                stage.meaning(),
                stage.idealDays(),
                stage.longestDays(),
                stage.patienceDays(),
                stage.asks(),
                stage.overrideAllowed());
    }
}
