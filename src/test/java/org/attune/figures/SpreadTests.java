package org.attune.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.attune.access.UserId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;

class SpreadTests {

    @Test
    void ofFourPeopleNothingIsTold() {
        assertThat(Spread.of(values(10, 20, 30, 40))).isEmpty();
        assertThat(Spread.of(Map.of())).isEmpty();
    }

    @Test
    void nobodyMakesOneOfFewerThanFiveByHandEither() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Spread(4, 10, 20, 30));
    }

    @Test
    void ofFivePeopleItIsTheMiddleAndTheHalfAroundIt() {
        assertThat(Spread.of(values(50, 10, 40, 20, 30))).contains(new Spread(5, 20, 30, 40));
    }

    @Test
    void neitherTheLeastNorTheMostIsInIt() {
        Spread spread = Spread.of(values(0, 40, 50, 60, 50, 1000)).orElseThrow();
        assertThat(spread.lower()).isEqualTo(42.5);
        assertThat(spread.middle()).isEqualTo(50);
        assertThat(spread.upper()).isEqualTo(57.5);
    }

    @Test
    void itGoesFromTheLowerToTheUpper() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Spread(5, 30, 20, 40));
        assertThatIllegalArgumentException().isThrownBy(() -> new Spread(5, Double.NaN, 20, 40));
    }

    @Test
    void aPartIsToldOnlyWhereTheRestIsOfFivePeopleTooOrOfNobody() {
        Map<UserId, Double> five = values(1, 2, 3, 4, 5);

        assertThat(Spread.ofParts(Map.of("sales", five, "marketing", values(9))))
                .isEmpty();
        assertThat(Spread.ofParts(Map.of("sales", five, "marketing", Map.of())))
                .isEqualTo(Map.of("sales", new Spread(5, 2, 3, 4)));
        assertThat(Spread.ofParts(Map.of("sales", five, "marketing", values(9, 9, 9, 9, 9))))
                .containsOnlyKeys("sales", "marketing");
    }

    private static Map<UserId, Double> values(double... each) {
        Map<UserId, Double> values = new LinkedHashMap<>();
        for (double value : each) {
            values.put(new UserId(Ids.next()), value);
        }
        return values;
    }
}
