package org.attune.insight;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.attune.insight.PulledAndPushed.InCurrency;
import org.attune.insight.PulledAndPushed.Prices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The price of each offer that went out over twelve months, beside the part of what the problem costs them that goes away. As the
 * gate compares them: the cost they told, of a range its lower end, in the currency of the price. What cannot be compared is counted.
 */
@Component
class PriceBesideCost {

    static final String PRICED = """
            select s.id, s.contact_id, s.day, x.cell, o.currency as part, 'pull.' || x.cell as what, s.words, s.href,
                   o.price_once + 12 * o.price_month + o.price_year as price, x.goes_away
              from (%s) s
              join offer o on o.id = s.id
             cross join lateral (
               select coalesce((array['no-cost', 'not-in-money', 'other-currency', 'no-part'])[min(y.why)],
                               case when o.price_once + 12 * o.price_month + o.price_year < sum(y.goes_away)
                                    then 'below' else 'not-below' end) as cell,
                      sum(y.goes_away) as goes_away
                 from (select case when k.id is null then 1 when k.low is null then 2 when k.currency <> o.currency then 3
                                   when n.part_gone is null then 4 end as why,
                              round(k.low * case k.per when 'month' then 12 else 1 end * n.part_gone / 100, 2) as goes_away
                         from offer_need n left join need_cost k on k.id = n.cost_id and k.kind <> 'our_estimate'
                        where n.offer_id = o.id) y) x
             where s.cell not in ('again', 'withdrawn')""".formatted(SentOffers.SENT);

    private final JdbcClient jdbc;

    PriceBesideCost(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Some(
            String cell,
            String currency,
            long many,
            BigDecimal price,
            @Nullable BigDecimal goesAway) {

        boolean compared() {
            return cell.equals("below") || cell.equals("not-below");
        }
    }

    Prices read(Slice slice) {
        List<Some> all = jdbc.sql("""
                        select cell, part, count(*) as many, sum(price) as price, sum(goes_away) as goes_away
                          from (%s) p group by 1, 2 order by 2, 1""".formatted(PRICED))
                .params(slice.parameters())
                .query((row, n) -> new Some(
                        row.getString("cell"),
                        row.getString("part"),
                        row.getLong("many"),
                        row.getBigDecimal("price"),
                        row.getBigDecimal("goes_away")))
                .list();
        return new Prices(
                compared(all),
                many(all, "below"),
                many(all, "not-below"),
                many(all, "no-cost"),
                many(all, "not-in-money"),
                many(all, "other-currency"),
                many(all, "no-part"));
    }

    private static List<InCurrency> compared(List<Some> all) {
        List<InCurrency> compared = new ArrayList<>();
        all.stream().filter(Some::compared).map(Some::currency).distinct().forEach(currency -> {
            List<Some> of = all.stream()
                    .filter(some -> some.compared() && some.currency().equals(currency))
                    .toList();
            compared.add(new InCurrency(
                    currency,
                    of.stream().mapToLong(Some::many).sum(),
                    of.stream().map(Some::price).reduce(BigDecimal.ZERO, BigDecimal::add),
                    of.stream().map(PriceBesideCost::goesAway).reduce(BigDecimal.ZERO, BigDecimal::add)));
        });
        return compared;
    }

    private static BigDecimal goesAway(Some some) {
        BigDecimal goesAway = some.goesAway();
        return goesAway == null ? BigDecimal.ZERO : goesAway;
    }

    private static long many(List<Some> all, String cell) {
        return all.stream()
                .filter(some -> some.cell().equals(cell))
                .mapToLong(Some::many)
                .sum();
    }
}
