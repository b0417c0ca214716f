package org.attune.needs;

import org.attune.access.CurrencyUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Costs keep the currency they were told in. */
@Component
class CostsInCurrencies implements CurrencyUse {

    private final JdbcClient jdbc;

    CostsInCurrencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int placesWith(String currency) {
        return jdbc.sql("select count(*) from need_cost where currency = :currency")
                .param("currency", currency)
                .query(Integer.class)
                .single();
    }
}
