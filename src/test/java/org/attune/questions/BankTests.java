package org.attune.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.attune.platform.Language;
import org.junit.jupiter.api.Test;

class BankTests {

    private final Question cost = question("What does it cost you?", Gap.COST, Language.ENGLISH);
    private final Question another = question("What does it take?", Gap.COST, Language.ENGLISH);
    private final Question kosten = question("Was kostet Sie das?", Gap.COST, Language.GERMAN);
    private final Question fit = question("What would be different?", Gap.FIT, Language.ENGLISH);
    private final Bank bank = new Bank(List.of(cost, another, kosten, fit), Language.ENGLISH);

    @Test
    void asksInTheLanguageOfThePerson() {
        assertThat(bank.next(Gap.COST, "de", Set.of())).contains(kosten);
        assertThat(bank.next(Gap.COST, "en", Set.of())).contains(cost);
    }

    @Test
    void asksInTheLanguageOfTheHouseWhereTheirsIsNotKnownOrNoneOfOurs() {
        assertThat(bank.next(Gap.COST, null, Set.of())).contains(cost);
        assertThat(bank.next(Gap.COST, "pl", Set.of())).contains(cost);
    }

    @Test
    void asksInTheLanguageOfTheHouseWhereThereIsNothingInTheirs() {
        assertThat(bank.next(Gap.FIT, "de", Set.of())).contains(fit);
    }

    @Test
    void doesNotAskTwice() {
        UUID first = cost.wording().question();
        assertThat(bank.next(Gap.COST, "en", Set.of(first))).contains(another);
        assertThat(bank.next(Gap.COST, "en", Set.of(first, another.wording().question())))
                .isEmpty();
    }

    @Test
    void takesAWordingAsAFormSendsItAndNothingElse() {
        Wording wording = cost.wording();
        assertThat(Wording.sent(wording.code())).isEqualTo(wording);
        for (String other : List.of(
                "", "x", wording.question().toString(), wording.question() + ".", wording.question() + ".99999999")) {
            assertThat(Wording.sent(other)).isNull();
        }
        assertThat(Wording.sent(null)).isNull();
    }

    private static Question question(String words, Gap gap, Language language) {
        return new Question(new Wording(UUID.randomUUID(), 1), QuestionPlace.of(gap), language, words);
    }
}
