package org.attune.health;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.attune.platform.RuleRefused;

/** How much each factor counts. Each may be changed by at most half, up or down; what they sum to does not matter. */
public record Weights(Map<Factor, Integer> each) {

    /** @throws RuleRefused where one is further from its usual weight, with the code of the factor as its field */
    public Weights {
        Map<Factor, Integer> all = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            Integer weight = Objects.requireNonNull(each.get(factor), "Every factor has a weight");
            if (weight < factor.least() || weight > factor.most()) {
                throw new RuleRefused("health.weights.by-half", factor.code(), factor.least(), factor.most());
            }
            all.put(factor, weight);
        }
        each = Collections.unmodifiableMap(all);
    }

    public static Weights usual() {
        Map<Factor, Integer> all = new EnumMap<>(Factor.class);
        for (Factor factor : Factor.values()) {
            all.put(factor, factor.usual());
        }
        return new Weights(all);
    }

    public int of(Factor factor) {
        return Objects.requireNonNull(each.get(factor));
    }
}
