package org.attune.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offers behind a figure, those without a day last; with names and words only where they may be read. */
@Component
class OfferRowsCounted {

    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

    private static final String SHOWN = """
            select o.id, o.day, o.pulled, o.price, o.currency, s.id is not null as seen, s.name, k.name as company,
                   case when s.id is not null then o.title end as title, case when s.id is not null then o.next end as next
              from (%s) o left join seen_contact(:viewer) s on s.id = o.contact_id left join company k on k.id = s.company_id
            """;

    private static final String ORDER = " order by coalesce(o.day, date '9999-12-31'), o.id limit :most";

    private static final String ONLY = """
             where (:pulled::boolean is null or o.pulled = :pulled) and (:currency::text is null or o.currency = :currency)
               and (:days::text is null or :days = 'none' and o.day is null or :days = 'late' and o.day < :today
                    or :days = 'soon' and o.day between :today::date and :today::date + 13
                    or :days = 'month' and date_trunc('month', o.day) = :month::date)
               and (coalesce(o.day, date '9999-12-31'), o.id) > (:day::date, :after::uuid)
            """;

    private final JdbcClient jdbc;

    OfferRowsCounted(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenOffer> first(Map<String, @Nullable Object> asked, int most) {
        return jdbc.sql(SHOWN.formatted(OpenOffers.OPEN) + ORDER)
                .params(asked)
                .param("most", most)
                .query((row, n) -> new OpenOffer(
                        row.getObject("day", LocalDate.class),
                        row.getString("title"),
                        row.getString("name"),
                        row.getString("company"),
                        link(row),
                        row.getBoolean("pulled"),
                        row.getBigDecimal("price"),
                        row.getString("currency"),
                        row.getString("next")))
                .list();
    }

    KeysetPage<CountedRow> page(
            OfferFigure figure, Map<String, @Nullable Object> asked, @Nullable String after, int size) {
        Key key = Key.parse(after);
        List<CountedRow> rows = jdbc.sql(SHOWN.formatted(OpenOffers.OPEN) + ONLY + ORDER)
                .params(asked)
                .param("pulled", figure.pulled())
                .param("currency", figure.currency())
                .param("month", figure.month())
                .param("days", figure.days())
                .param("day", key.day)
                .param("after", key.id)
                .param("most", size + 1)
                .query((row, n) -> counted(row, figure))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private static CountedRow counted(ResultSet row, OfferFigure figure) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        return new CountedRow(
                (day == null ? NO_DAY : day) + "_" + row.getObject("id", UUID.class),
                row.getString("name"),
                link(row),
                row.getString("title"),
                row.getBoolean("pulled") ? "pulled" : "pushed",
                day,
                figure.amounts() ? row.getBigDecimal("price") : BigDecimal.ONE,
                figure.amounts() ? row.getString("currency") : null);
    }

    private static @Nullable String link(ResultSet row) throws SQLException {
        return row.getBoolean("seen") ? "/offers/" + row.getObject("id", UUID.class) : null;
    }

    /** Where a page ended. */
    private record Key(LocalDate day, UUID id) {

        static Key parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return new Key(LocalDate.of(1, 1, 1), new UUID(0, 0));
            }
            try {
                int cut = text.indexOf('_');
                return new Key(LocalDate.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
            } catch (RuntimeException notOurs) {
                throw new NotSeen("page");
            }
        }
    }
}
