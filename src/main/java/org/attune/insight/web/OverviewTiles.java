package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.insight.OfferFigures;
import org.attune.insight.OnTheTable;
import org.attune.insight.PromiseBoard;
import org.attune.insight.PromiseFigures;
import org.attune.insight.PullFigures;
import org.attune.insight.PulledAndPushed;
import org.attune.insight.SalesBoard;
import org.attune.insight.SalesFigures;
import org.attune.insight.Slice;
import org.attune.insight.TimeFigures;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The few figures one looks at first: of how relationships are, and of what came of it. */
@Component
class OverviewTiles {

    /** Where there is nothing to say a figure of. */
    private static final String NONE = "–";

    private final SalesFigures sales;
    private final PullFigures pull;
    private final PromiseFigures promises;
    private final TimeFigures time;
    private final OfferFigures offers;
    private final MeanHealth means;
    private final MessageSource messages;
    private final Say say;

    OverviewTiles(
            SalesFigures sales,
            PullFigures pull,
            PromiseFigures promises,
            TimeFigures time,
            OfferFigures offers,
            MeanHealth means,
            MessageSource messages,
            Say say) {
        this.sales = sales;
        this.pull = pull;
        this.promises = promises;
        this.time = time;
        this.offers = offers;
        this.means = means;
        this.messages = messages;
        this.say = say;
    }

    /** @param dashboard where it comes from, which has to be there */
    record Tile(
            String dashboard,
            String label,
            String value,
            @Nullable String href,
            String sub,
            @Nullable Change change) {}

    record Strip(List<Tile> relationships, List<Tile> numbers) {}

    Strip of(Slice slice, List<String> dashboards) {
        SalesBoard.Beside both = sales.beside(slice);
        PulledAndPushed.AtFirst pulled = pull.first(slice);
        return new Strip(
                there(
                        dashboards,
                        health(slice, both),
                        asked(slice, pulled),
                        kept(slice, promises.ours(slice)),
                        neglected(slice, time.neglected(slice))),
                there(
                        dashboards,
                        signed(slice, both),
                        yes(slice, pulled),
                        waited(slice, pulled),
                        open(slice, offers.inAll(slice))));
    }

    private static List<Tile> there(List<String> dashboards, Tile... tiles) {
        return Stream.of(tiles)
                .filter(tile -> dashboards.contains(tile.dashboard()))
                .toList();
    }

    private Tile health(Slice slice, SalesBoard.Beside both) {
        BigDecimal mean = Averages.whole(both.health());
        return new Tile(
                "sales",
                word("insight.sales.mean"),
                mean == null ? NONE : say.number(mean),
                mean == null ? null : Addresses.rows("sales", "mean-at:" + both.end(), slice),
                means.of(both.health(), both.before()),
                MeanHealth.change(both.health(), both.before()));
    }

    /** Each currency for itself; nothing is added up. */
    private Tile signed(Slice slice, SalesBoard.Beside both) {
        String sums = both.signed().amounts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(sum -> say.money(sum.getValue(), sum.getKey()))
                .collect(Collectors.joining(" · "));
        return new Tile(
                "sales",
                word("insight.sales.offers"),
                say.number(both.signed().offers()),
                Addresses.rows("sales", "offers", slice),
                sums.isEmpty() ? word("insight.sales.offers.says") : word("insight.overview.signed.says", sums),
                Change.of(
                        number(both.signed().offers()),
                        number(both.signedBefore().offers()),
                        true));
    }

    private Tile asked(Slice slice, PulledAndPushed.AtFirst all) {
        PulledAndPushed.Sent sent = all.sent();
        Change change =
                Change.of(number(sent.pullRate()), number(all.sentBefore().pullRate()), true);
        return tile("asked", slice, "pull", "pulled", of(sent.pulled().all(), sent.all()), change);
    }

    private Tile kept(Slice slice, PromiseFigures.Ours ours) {
        PromiseBoard.Kept us = ours.now();
        Change change =
                Change.of(number(us.inTimeOfHundred()), number(ours.before().inTimeOfHundred()), true);
        return tile("kept", slice, "promises", "us-in-time", of(us.inTime(), us.known()), change);
    }

    private Tile neglected(Slice slice, long many) {
        return tile("neglected", slice, "time", "neglected", say.number(many), null);
    }

    private Tile yes(Slice slice, PulledAndPushed.AtFirst all) {
        PulledAndPushed.Answers now = all.answers();
        Change change = Change.of(number(now.yes()), number(all.answersBefore().yes()), true);
        return tile("yes", slice, "pull", "yes", of(now.yes(), now.clear()), change);
    }

    private Tile waited(Slice slice, PulledAndPushed.AtFirst all) {
        Integer days = all.answers().usualDays();
        Change change = Change.of(number(days), number(all.answersBefore().usualDays()), false);
        return tile(
                "waited", slice, "pull", "days", days == null ? NONE : word("insight.rows.days-each", days), change);
    }

    private Tile open(Slice slice, OnTheTable table) {
        Change change = Change.plain(number(table.all()), number(table.before()));
        String sums = table.sums().stream()
                .map(sum -> say.money(sum.amount(), sum.currency()))
                .collect(Collectors.joining(" · "));
        return new Tile(
                "offers",
                word("insight.overview.open"),
                say.number(table.all()),
                Addresses.rows("offers", "open", slice),
                sums.isEmpty() ? word("insight.overview.open.none") : word("insight.overview.open.says", sums),
                change);
    }

    private Tile tile(String key, Slice slice, String dashboard, String figure, String value, @Nullable Change change) {
        return new Tile(
                dashboard,
                word("insight.overview." + key),
                value,
                value.equals(NONE) ? null : Addresses.rows(dashboard, figure, slice),
                word("insight.overview." + key + ".says"),
                value.equals(NONE) ? null : change);
    }

    private String of(long some, long all) {
        return all == 0 ? NONE : word("insight.overview.of", say.number(some), say.number(all));
    }

    private static @Nullable BigDecimal number(@Nullable Number number) {
        return number == null ? null : BigDecimal.valueOf(number.longValue());
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
