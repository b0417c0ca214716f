package org.attune.access;

import java.time.ZoneId;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisation Attune works for, and what it has settled for everybody. */
@Component
@Transactional
public class Organisation {

    private final JdbcClient jdbc;

    Organisation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public OrganisationView current() {
        return jdbc.sql("select name, team_sees_contacts, region, currency, zone, version from organisation")
                .query((row, n) -> new OrganisationView(
                        row.getString("name"),
                        row.getBoolean("team_sees_contacts"),
                        row.getString("region"),
                        Currency.getInstance(row.getString("currency")),
                        ZoneId.of(row.getString("zone")),
                        row.getInt("version")))
                .single();
    }

    /** Settles what the set-up page and the demo ask for. */
    public void settle(String name, String region, Currency currency, ZoneId zone) {
        jdbc.sql("""
                        update organisation
                           set name = :name, region = :region, currency = :currency, zone = :zone, version = version + 1
                        """)
                .param("name", name)
                .param("region", region)
                .param("currency", currency.getCurrencyCode())
                .param("zone", zone.getId())
                .update();
    }

    /** Whether salespeople see the contacts of their team. */
    public void showTeamsTheirContacts(boolean shown) {
        jdbc.sql("update organisation set team_sees_contacts = :shown, version = version + 1")
                .param("shown", shown)
                .update();
    }
}
