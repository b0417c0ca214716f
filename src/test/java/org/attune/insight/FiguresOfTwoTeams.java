package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds of every dashboard over {@link TwoTeams}: every figure once more, asked of the bare rows in another way, and opened.
 *
 * @param <F> what reads the figures
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FiguresOfTwoTeams<F extends Counted> {

    protected final TwoTeams teams;
    protected final F figures;

    FiguresOfTwoTeams(TwoTeams teams) {
        this.teams = teams;
        this.figures = figuresOf(teams.jdbc);
    }

    @BeforeAll
    void letThemWork() throws SQLException {
        work(teams);
    }

    @AfterAll
    void goHome() throws SQLException {
        teams.close();
    }

    abstract F figuresOf(JdbcClient jdbc);

    abstract void work(TwoTeams teams) throws SQLException;

    /** All figures of the page, as their links name them. */
    abstract Map<String, BigDecimal> named(Slice slice);

    abstract BigDecimal naively(Slice slice, String figure);

    Stream<Slice> slices() {
        return teams.slices();
    }

    @ParameterizedTest
    @MethodSource("slices")
    void everyFigureIsWhatTheRowsSay(Slice slice) {
        named(slice)
                .forEach((figure, value) -> assertThat(value).as(figure).isEqualByComparingTo(naively(slice, figure)));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void theRowsBehindAFigureSumToIt(Slice slice) {
        named(slice).forEach((figure, value) -> assertThat(
                        rows(slice, figure).stream().map(CountedRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .as(figure)
                .isEqualByComparingTo(value));
    }

    @Test
    void chanceDidSomethingOfEverything() {
        List<String> never = new ArrayList<>();
        named(teams.seenBy(teams.leadsBoth)).forEach((figure, value) -> {
            if (value.signum() == 0 && !figure.contains(":")) {
                never.add(figure);
            }
        });
        assertThat(never).isEmpty();
    }

    @Test
    void twoTeamsTogetherAreWhatEachOfThemDid() {
        Map<String, BigDecimal> both = named(teams.seenBy(teams.leadsBoth));
        Map<String, BigDecimal> north = named(teams.seenBy(teams.leadsNorth));
        Map<String, BigDecimal> south = named(teams.seenBy(teams.leadsSouth));

        both.forEach((figure, value) -> assertThat(
                        north.getOrDefault(figure, BigDecimal.ZERO).add(south.getOrDefault(figure, BigDecimal.ZERO)))
                .as(figure)
                .isEqualByComparingTo(value));
    }

    static Map<String, BigDecimal> amounts(Map<String, ? extends Number> figures) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        figures.forEach((figure, value) -> amounts.put(figure, new BigDecimal(value.toString())));
        return amounts;
    }

    List<CountedRow> rows(Slice slice, String figure) {
        return CountedRows.all(figures, slice, figure);
    }
}
