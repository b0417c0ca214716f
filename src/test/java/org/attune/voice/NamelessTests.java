package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words without names: cut, and otherwise as they were said. */
class NamelessTests {

    private static final List<String> NAMES = List.of("Petra", "Kühn", "Kessler & Rau", "Kessler", "Ann", "");

    @Test
    void cutsNamesOfPeopleAndCompanies() {
        assertThat(Nameless.cut("Then Petra comes with her list.", NAMES)).isEqualTo("Then […] comes with her list.");
        assertThat(Nameless.cut("Petra Kühn of Kessler & Rau knows.", NAMES)).isEqualTo("[…] of […] knows.");
        assertThat(Nameless.cut("That is Petra’s list.", NAMES)).isEqualTo("That is […]’s list.");
    }

    @Test
    void leavesWordsAloneInWhichANameIsHidden() {
        assertThat(Nameless.cut("An annual plan. Anna? Annual.", NAMES)).isEqualTo("An annual plan. Anna? Annual.");
    }

    @Test
    void cutsAddressesAndNumbers() {
        assertThat(Nameless.cut("Write to p.kuehn@kr.example or ring +49 431 555 010.", List.of()))
                .isEqualTo("Write to […] or ring […].");
    }

    @Test
    void takesNamesAsTheyAreAndNotAsPatterns() {
        assertThat(Nameless.cut("A (b) c", List.of("[a-z]", ".*"))).isEqualTo("A (b) c");
    }
}
