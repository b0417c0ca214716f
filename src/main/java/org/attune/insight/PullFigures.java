package org.attune.insight;

import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who pushed for the close. An offer counts in the period in which it went out, with what they have said about it until now; an
 * answer in the period in which it was given.
 */
@Component
@Transactional(readOnly = true)
public class PullFigures implements Counted {

    private final SentOffers offers;
    private final ClearAnswers answers;
    private final TouchesAskedFor touches;
    private final PriceBesideCost prices;
    private final CellRows rows;

    PullFigures(
            SentOffers offers, ClearAnswers answers, TouchesAskedFor touches, PriceBesideCost prices, CellRows rows) {
        this.offers = offers;
        this.answers = answers;
        this.touches = touches;
        this.prices = prices;
        this.rows = rows;
    }

    @Override
    public String dashboard() {
        return "pull";
    }

    @Override
    public String called(String of) {
        return of.replace('-', '–');
    }

    @Override
    public Checked checked(String figure) {
        return PullFigure.checked(figure);
    }

    public PulledAndPushed of(Slice slice) {
        SentOffers.Read sent = offers.read(slice);
        ClearAnswers.Read given = answers.read(slice);
        TouchesAskedFor.Read touched = touches.read(slice);
        return new PulledAndPushed(
                sent.sent(),
                sent.before(),
                sent.steps(),
                given.answers(),
                given.before(),
                touched.touches(),
                touched.before(),
                prices.read(slice));
    }

    /** Who asked and what they answered: what one looks at first. */
    public PulledAndPushed.AtFirst first(Slice slice) {
        SentOffers.Read sent = offers.read(slice);
        ClearAnswers.Read given = answers.read(slice);
        return new PulledAndPushed.AtFirst(sent.sent(), sent.before(), given.answers(), given.before());
    }

    @Override
    public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
        return rows.page(
                slice, PullFigure.named(figure).orElseThrow(() -> new NotSeen("figure " + figure)), after, size);
    }
}
