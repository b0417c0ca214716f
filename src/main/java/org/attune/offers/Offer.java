package org.attune.offers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** An offer as its row stands, locked until the end of the transaction; its verbs say what may happen to it. */
record Offer(
        OfferId id,
        ContactId contact,
        OfferKind kind,
        OfferWords words,
        OfferState state,
        @Nullable TurnId asked,
        @Nullable OfferId repeats,
        @Nullable OfferId replaces,
        int version) {

    static final String COLUMNS = """
            o.id, o.contact_id, o.kind, o.title, o.scope, o.currency, o.price_once, o.price_month, o.price_year,
            o.valid_until, o.push_reason, o.still_sensible, o.sense_for_us, o.state, o.asked_turn, o.repeats_id,
            o.replaces_id, o.version""";

    static Offer read(ResultSet row, int number) throws SQLException {
        UUID asked = row.getObject("asked_turn", UUID.class);
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                OfferKind.of(row.getString("kind")),
                words(row),
                OfferState.of(row.getString("state")),
                asked == null ? null : new TurnId(asked),
                idOrNone(row, "repeats_id"),
                idOrNone(row, "replaces_id"),
                row.getInt("version"));
    }

    static OfferWords words(ResultSet row) throws SQLException {
        return new OfferWords(
                row.getString("title"),
                row.getString("scope"),
                price(row),
                row.getObject("valid_until", LocalDate.class),
                row.getString("push_reason"),
                row.getString("still_sensible"),
                row.getString("sense_for_us"));
    }

    static Price price(ResultSet row) throws SQLException {
        return new Price(
                amount(row, "price_once"),
                amount(row, "price_month"),
                amount(row, "price_year"),
                row.getString("currency"));
    }

    static @Nullable OfferId idOrNone(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new OfferId(id);
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    void mayBeEdited(EditOffer edit) {
        if (state != OfferState.DRAFT) {
            throw new RuleRefused("offers.refused.sent");
        }
        if (version != edit.version()) {
            throw new ChangedMeanwhile(words.toCompare(), edit.words().toCompare(), version);
        }
    }

    void mayBeSent(LocalDate today) {
        if (state != OfferState.DRAFT) {
            throw new RuleRefused("offers.refused.not-draft");
        }
        words.checkDay(today);
    }

    void mayBeRevised() {
        if (state != OfferState.SENT) {
            throw new RuleRefused("offers.refused.not-sent");
        }
    }

    void mayBeWithdrawn() {
        if (state != OfferState.DRAFT && state != OfferState.SENT) {
            throw new RuleRefused("offers.refused.over");
        }
    }

    void mayBeDecided() {
        if (state != OfferState.SENT && state != OfferState.DECIDED) {
            throw new RuleRefused("offers.refused.not-sent");
        }
    }
}
