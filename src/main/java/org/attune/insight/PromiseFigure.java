package org.attune.insight;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which promises a figure counts, as it is named in an address: {@code us-late}, {@code them-moved}, {@code us-due}.
 *
 * @param became none: whatever became of them; known: whatever did
 * @param ever not only of the period
 */
record PromiseFigure(String side, @Nullable String became, boolean moved, boolean ever) {

    private static final Set<String> BECAME = Set.of("in-time", "late", "broken", "overdue", "open", "known");

    static Optional<PromiseFigure> named(String name) {
        int between = name.indexOf('-');
        String side = between < 0 ? name : name.substring(0, between);
        String rest = name.substring(between + 1);
        if (!side.equals("us") && !side.equals("them")) {
            return Optional.empty();
        }
        return switch (rest) {
            case "due" -> Optional.of(new PromiseFigure(side, null, false, false));
            case "moved" -> Optional.of(new PromiseFigure(side, null, true, false));
            case "overdue-now" -> Optional.of(new PromiseFigure(side, "overdue", false, true));
            default ->
                BECAME.contains(rest) ? Optional.of(new PromiseFigure(side, rest, false, false)) : Optional.empty();
        };
    }
}
