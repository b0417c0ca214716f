package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attune.insight.LeadingHealth.Lag;
import org.attune.insight.SalesBoard.Month;
import org.attune.insight.SalesBoard.Signed;
import org.junit.jupiter.api.Test;

class LeadingHealthTests {

    private static final YearMonth FIRST = YearMonth.of(2024, 1);

    @Test
    void saysNothingOfTwentyThreeMonths() {
        LeadingHealth leads = LeadingHealth.in("EUR", months(23, 2));

        assertThat(leads.tooFew()).isTrue();
        assertThat(leads.months()).isEqualTo(23);
        assertThat(leads.lags()).isEmpty();
    }

    @Test
    void findsFromTwentyFourMonthsOnByHowMuchHealthGoesAhead() {
        LeadingHealth leads = LeadingHealth.in("EUR", months(24, 2));

        assertThat(leads.tooFew()).isFalse();
        assertThat(leads.lags()).extracting(Lag::months).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(leads.lags()).extracting(Lag::cases).containsExactly(24, 23, 22, 21, 20, 19, 18);
        assertThat(leads.lags().get(2).correlation()).isEqualTo(1);
        assertThat(leads.lags()).filteredOn(lag -> lag.months() != 2).noneMatch(lag -> Double.valueOf(1)
                .equals(lag.correlation()));
    }

    @Test
    void aMonthThatIsNotOverIsNoCase() {
        List<Month> months = months(24, 0);
        Month last = months.get(23);
        List<Month> running = Stream.concat(
                        months.subList(0, 23).stream(),
                        Stream.of(new Month(last.month(), last.last(), false, last.health(), last.signed())))
                .toList();

        assertThat(LeadingHealth.in("EUR", running).months()).isEqualTo(23);
    }

    @Test
    void beforeTheFirstSaleNothingIsKnownAndAfterwardsNoneIsZero() {
        List<Month> months = IntStream.range(0, 30)
                .mapToObj(n -> month(n, 50 + n, n == 4 ? 100 : 0))
                .toList();

        LeadingHealth leads = LeadingHealth.in("EUR", months);

        assertThat(leads.months()).isEqualTo(26);
        assertThat(leads.tooFew()).isFalse();
    }

    @Test
    void beginsAfterAMonthWhoseHealthIsNotKnown() {
        List<Month> months = IntStream.range(0, 30)
                .mapToObj(n -> n == 10
                        ? new Month(at(n), at(n).atEndOfMonth(), true, Bands.NONE, signed(5))
                        : month(n, n, n + 1))
                .toList();

        assertThat(LeadingHealth.in("EUR", months).months()).isEqualTo(19);
    }

    @Test
    void otherCurrenciesAreNotItsOwn() {
        assertThat(LeadingHealth.in("GBP", months(30, 0)).months()).isZero();
    }

    @Test
    void whatNeverChangedHasNoCorrelation() {
        List<Month> months =
                IntStream.range(0, 24).mapToObj(n -> month(n, 70, n + 1)).toList();

        assertThat(LeadingHealth.in("EUR", months).lags())
                .extracting(Lag::correlation)
                .containsOnlyNulls();
    }

    /** What is signed follows health so many months later; health goes up and down without a trend. */
    private static List<Month> months(int many, int later) {
        return IntStream.range(0, many)
                .mapToObj(n -> month(n, health(n), 1 + health(n - later)))
                .toList();
    }

    private static int health(int n) {
        return Math.floorMod(n * 37 + 11, 83);
    }

    private static Month month(int n, int mean, int amount) {
        return new Month(at(n), at(n).atEndOfMonth(), true, new Bands(Map.of("steady", 1L), mean), signed(amount));
    }

    private static Signed signed(int amount) {
        return amount == 0 ? Signed.NOTHING : new Signed(1, Map.of("EUR", BigDecimal.valueOf(amount)));
    }

    private static YearMonth at(int n) {
        return FIRST.plusMonths(n);
    }
}
