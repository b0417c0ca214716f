package org.attune.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.attune.platform.HouseRules;
import org.attune.platform.Language;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisation Attune works for, and what it has settled for everybody. */
@Component
@Transactional
public class Organisation {

    private record Current() {}

    private final JdbcClient jdbc;
    private final HouseRules house;

    Organisation(JdbcClient jdbc, HouseRules house) {
        this.jdbc = jdbc;
        this.house = house;
    }

    @Transactional(readOnly = true)
    public OrganisationView current() {
        return house.get(new Current(), () -> jdbc.sql("select * from organisation")
                .query(Organisation::view)
                .single());
    }

    private static OrganisationView view(ResultSet row, int n) throws SQLException {
        return new OrganisationView(
                row.getString("name"),
                row.getBoolean("team_sees_contacts"),
                row.getString("region"),
                Language.known(row.getString("language")).orElseThrow(),
                Currency.getInstance(row.getString("currency")),
                all(row.getArray("currencies"), String[].class).stream()
                        .map(Currency::getInstance)
                        .toList(),
                ZoneId.of(row.getString("zone")),
                WorkingWeek.of(
                        DayOfWeek.of(row.getInt("first_day")),
                        all(row.getArray("working_days"), Integer[].class).stream()
                                .map(DayOfWeek::of)
                                .toList()),
                row.getInt("version"));
    }

    private static <T> List<T> all(Array array, Class<T[]> of) throws SQLException {
        return Arrays.asList(of.cast(array.getArray()));
    }

    /** Settles what the set-up page and the demo ask for. */
    public void settle(String name, String region, Currency currency, ZoneId zone) {
        jdbc.sql("""
                        update organisation
                           set name = :name, region = :region, currency = :currency, zone = :zone, version = version + 1,
                               currencies = case when :currency = any (currencies) then currencies else array[:currency] end
                        """)
                .param("name", name)
                .param("region", region)
                .param("currency", currency.getCurrencyCode())
                .param("zone", zone.getId())
                .update();
    }

    /** One more that may be chosen. */
    public void offer(Currency currency) {
        jdbc.sql("""
                        update organisation set currencies = array_append(currencies, :currency), version = version + 1
                         where :currency <> all (currencies)""").param("currency", currency.getCurrencyCode()).update();
    }

    /**
     * Whoever writes down an amount chooses among the currencies of the organisation; what stood there before may stay.
     *
     * @param before the currency of what is changed or repeated, if there is any
     * @throws RuleRefused where it is neither
     */
    @Transactional(readOnly = true)
    public void mayBeIn(String currency, @Nullable String before) {
        if (!currency.equals(before) && !current().offers(currency)) {
            throw new RuleRefused("access.currency.not-offered", "currency", currency);
        }
    }

    /** Whether salespeople see the contacts of their team, from the next click on. Said twice it is said once. */
    public void showTeamsTheirContacts(boolean shown) {
        jdbc.sql("update organisation set team_sees_contacts = :shown where team_sees_contacts <> :shown")
                .param("shown", shown)
                .update();
    }
}
