package org.attune.health;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.conversations.TalkedMore;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that took place.
 *
 * @param talked who talked more, as somebody judged it
 * @param judged the day since which that is known
 * @param complete whether all of it is written down, so that shares of words can be measured
 */
record Talk(
        UUID id,
        LocalDate day,
        LocalDate known,
        boolean theyBegan,
        @Nullable TalkedMore talked,
        LocalDate judged,
        boolean complete,
        List<Said> said) {

    /**
     * What was said in it on one day, as written down on another.
     *
     * @param heard turns of this person; what a colleague of theirs said is none of them
     * @param theirWords of everybody on their side
     */
    record Said(LocalDate day, LocalDate known, int heard, long theirWords, int ours, long ourWords) {}

    Talk {
        said = List.copyOf(said);
    }

    Talk asOf(LocalDate end) {
        return new Talk(
                id,
                day,
                known,
                theyBegan,
                judged.isAfter(end) ? null : talked,
                judged,
                complete,
                said.stream().filter(one -> !one.known().isAfter(end)).toList());
    }

    boolean isTwoWay() {
        return said.stream().anyMatch(one -> one.heard() > 0);
    }

    Optional<LocalDate> lastHeard() {
        return said.stream().filter(one -> one.heard() > 0).map(Said::day).max(Comparator.naturalOrder());
    }

    Optional<LocalDate> lastOurs() {
        return said.stream().filter(one -> one.ours() > 0).map(Said::day).max(Comparator.naturalOrder());
    }

    long theirWords() {
        return said.stream().mapToLong(Said::theirWords).sum();
    }

    long allWords() {
        return said.stream().mapToLong(one -> one.theirWords() + one.ourWords()).sum();
    }
}
