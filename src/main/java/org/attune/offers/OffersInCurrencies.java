package org.attune.offers;

import org.attune.access.CurrencyUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers keep the currency they were made in. */
@Component
class OffersInCurrencies implements CurrencyUse {

    private final JdbcClient jdbc;

    OffersInCurrencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int placesWith(String currency) {
        return jdbc.sql("select count(*) from offer where currency = :currency")
                .param("currency", currency)
                .query(Integer.class)
                .single();
    }
}
