package org.attune.promises;

import java.time.LocalDate;
import java.util.List;

/**
 * What was promised and is open, by its day.
 *
 * @param late those whose day is over
 * @param soon those that fall due within some days
 */
public record DuePromises(List<PromiseView> late, List<PromiseView> soon) {

    public DuePromises {
        late = List.copyOf(late);
        soon = List.copyOf(soon);
    }

    static DuePromises of(List<PromiseView> all, LocalDate today, int mostLate, int mostSoon) {
        return new DuePromises(
                all.stream()
                        .filter(one -> one.due().isBefore(today))
                        .limit(mostLate)
                        .toList(),
                all.stream()
                        .filter(one -> !one.due().isBefore(today))
                        .limit(mostSoon)
                        .toList());
    }

    public boolean isEmpty() {
        return late.isEmpty() && soon.isEmpty();
    }
}
