package org.attune.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on the table: open offers by the day they named, pulled or pushed, in each currency for itself, and never weighted. */
@Component
@Transactional(readOnly = true)
public class OfferFigures implements Counted {

    private static final int FIRST = 50;

    private final JdbcClient jdbc;
    private final OfferRowsCounted rows;
    private final Clock clock;

    OfferFigures(JdbcClient jdbc, OfferRowsCounted rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String dashboard() {
        return "offers";
    }

    /** Three statements, whatever there is. */
    public OnTheTable of(Slice slice) {
        Map<String, @Nullable Object> asked = asked(slice);
        return board(asked, rows.first(asked, FIRST));
    }

    private OnTheTable board(Map<String, @Nullable Object> asked, List<OpenOffer> first) {
        List<OpenGroup> groups =
                jdbc.sql(OpenOffers.GROUPS).params(asked).query(OpenGroup::read).list();
        long before =
                jdbc.sql(OpenOffers.BEFORE).params(asked).query(Long.class).single();
        return new OnTheTable(
                first,
                OpenGroup.count(groups, group -> true),
                OpenGroup.count(groups, OpenGroup::pulled),
                OpenGroup.count(groups, group -> group.month() == null),
                OpenGroup.count(groups, OpenGroup::late),
                OpenGroup.count(groups, OpenGroup::soon),
                OpenGroup.sums(groups),
                OpenGroup.months(groups),
                before);
    }

    /** Without the offers themselves: what one looks at first. */
    public OnTheTable inAll(Slice slice) {
        return board(asked(slice), List.of());
    }

    @Override
    public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
        return rows.page(OfferFigure.parse(figure), asked(slice), after, size);
    }

    private Map<String, @Nullable Object> asked(Slice slice) {
        Map<String, @Nullable Object> asked = slice.parameters();
        asked.put("today", LocalDate.now(clock.withZone(slice.period().zone())));
        return asked;
    }
}
