package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;

/** All rows behind a figure, page by page; none of them comes twice. */
final class CountedRows {

    private static final int PAGE = 7;

    private CountedRows() {}

    static List<CountedRow> all(Counted figures, Slice slice, String figure) {
        List<CountedRow> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            KeysetPage<CountedRow> page = figures.rows(slice, figure, after, PAGE);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(all).extracting(CountedRow::key).as(figure).doesNotHaveDuplicates();
        return all;
    }

    static BigDecimal sum(Counted figures, Slice slice, String figure) {
        return all(figures, slice, figure).stream().map(CountedRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Where things or minutes are counted. */
    static long whole(Counted figures, Slice slice, String figure) {
        return sum(figures, slice, figure).longValueExact();
    }
}
