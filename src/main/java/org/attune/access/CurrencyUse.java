package org.attune.access;

/** A module that keeps amounts of money. What is there stays in its currency, even when nobody may choose that any more. */
public interface CurrencyUse {

    /** In how many places this currency stands. */
    int placesWith(String currency);
}
