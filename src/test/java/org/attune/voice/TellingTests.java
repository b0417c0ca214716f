package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which words are theirs, and which are ours. */
class TellingTests {

    @Test
    void takesWordsThatSaySomethingAndTwoInARow() {
        assertThat(Telling.in("We close the month-end on the eleventh. Month end!"))
                .contains("close", "month-end", "eleventh", "month", "month end")
                .doesNotContain("the", "we", "eleventh month");
        assertThat(Telling.in("Das ist der Ordner, den niemand öffnet")).containsExactly("ordner", "öffnet");
    }

    @Test
    void findsWhatOneSideSaysAndTheOtherDoesNot() {
        List<Set<String>> theirs = said(30, "folder", "list");
        List<Set<String>> ours = said(30, "documentation", "list");
        assertThat(score(theirs, ours, "folder")).isGreaterThan(1.96);
        assertThat(score(theirs, ours, "documentation")).isLessThan(-1.96);
        assertThat(score(theirs, ours, "list")).isBetween(-0.01, 0.01);
    }

    @Test
    void isNotSureOfWhatWasSaidOnce() {
        List<Set<String>> theirs = Stream.concat(said(30, "list").stream(), said(1, "drawer").stream())
                .toList();
        assertThat(score(theirs, said(30, "list"), "drawer")).isBetween(0.0, 1.96);
    }

    private static List<Set<String>> said(int times, String... words) {
        return Collections.nCopies(times, Set.of(words));
    }

    private static double score(List<Set<String>> theirs, List<Set<String>> ours, String word) {
        return Telling.apart(theirs, ours).stream()
                .filter(one -> one.text().equals(word))
                .findFirst()
                .orElseThrow()
                .score();
    }
}
