package org.attune.audit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How long what is kept; what is not here, for ever. */
public record Periods(Map<Period, Integer> amounts, int version) {

    public Periods {
        amounts = amounts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(amounts));
    }

    public Optional<Integer> of(Period period) {
        return Optional.ofNullable(amounts.get(period));
    }
}
