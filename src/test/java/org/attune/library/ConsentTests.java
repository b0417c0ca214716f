package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What somebody allowed, day by day. */
class ConsentTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void holdsFromItsDayOnUntilItsLast() {
        Consent consent = consent(Scope.TOLD, false, DAY.plusDays(2), null, false);
        assertThat(consent.holdsOn(DAY.minusDays(1))).isFalse();
        assertThat(consent.holdsOn(DAY)).isTrue();
        assertThat(consent.holdsOn(DAY.plusDays(2))).isTrue();
        assertThat(consent.holdsOn(DAY.plusDays(3))).isFalse();
        assertThat(consent.isOver(DAY.plusDays(3))).isTrue();
    }

    @Test
    void allowsNothingOnceWithdrawnOrReplaced() {
        assertThat(consent(Scope.WRITTEN, true, null, DAY, false).holdsOn(DAY)).isFalse();
        assertThat(consent(Scope.WRITTEN, true, null, null, true).holdsOn(DAY)).isFalse();
        assertThat(consent(Scope.WRITTEN, true, null, DAY, false).allowsNameOn(DAY))
                .isFalse();
    }

    @Test
    void reachesAsFarAsTheySaid() {
        Consent told = consent(Scope.TOLD, false, null, null, false);
        assertThat(told.allows(StoryUse.How.TOLD, DAY)).isTrue();
        assertThat(told.allows(StoryUse.How.WRITTEN, DAY)).isFalse();
        assertThat(told.allowsNameOn(DAY)).isFalse();
        Consent written = consent(Scope.WRITTEN, true, null, null, false);
        assertThat(written.allows(StoryUse.How.TOLD, DAY)).isTrue();
        assertThat(written.allows(StoryUse.How.WRITTEN, DAY)).isTrue();
        assertThat(written.allowsNameOn(DAY)).isTrue();
    }

    @Test
    void isTheOneThatHolds() {
        Consent withdrawn = consent(Scope.WRITTEN, true, null, DAY, false);
        Consent holds = consent(Scope.TOLD, false, null, null, false);
        assertThat(Consent.inForce(List.of(withdrawn, holds), DAY)).contains(holds);
        assertThat(Consent.inForce(List.of(withdrawn), DAY)).isEmpty();
    }

    @Test
    void namesAreFoundAndCutAsWholeWordsInWhateverCase() {
        NamesInWords names = NamesInWords.of("Helen Rau", "Helen", "Rau", "Velo Nord GmbH", null);
        assertThat(names.cutFrom("At VELO NORD, Helen's team. Frau Raum said: Helen Rau."))
                .isEqualTo("At […], […]'s team. Frau Raum said: […].");
        assertThat(names.in(List.of("Frau Raum").stream())).isEmpty();
        assertThat(names.in(List.of("velo nord").stream())).containsExactly("Velo Nord");
        assertThat(NamesInWords.of("", null, "X").cutFrom("X marks it")).isEqualTo("X marks it");
    }

    private static Consent consent(
            Scope scope, boolean named, @Nullable LocalDate until, @Nullable LocalDate withdrawn, boolean replaced) {
        return new Consent(scope, named, DAY, until, withdrawn, replaced);
    }
}
