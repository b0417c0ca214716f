package org.attune.offers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an offer that is recorded already says about itself. */
@Component
class OfferTerms {

    private final JdbcClient jdbc;

    OfferTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<NeedId, PartGone> partsOf(OfferId offer) {
        Map<NeedId, PartGone> parts = new HashMap<>();
        jdbc.sql("""
                        select need_id, part_gone, part_gone_turn from offer_need
                         where offer_id = :offer and part_gone is not null""").param("offer", offer.value()).query(row -> {
            UUID turn = row.getObject("part_gone_turn", UUID.class);
            parts.put(
                    new NeedId(row.getObject("need_id", UUID.class)),
                    new PartGone(row.getInt("part_gone"), turn == null ? null : new TurnId(turn)));
        });
        return parts;
    }

    @Nullable
    Price repeatedPrice(Viewer viewer, @Nullable OfferId repeated) {
        if (repeated == null) {
            return null;
        }
        return jdbc.sql("""
                        select o.price_once, o.price_month, o.price_year, o.currency from seen_offer(:viewer) o where o.id = :id""")
                .param("viewer", viewer.uuid())
                .param("id", repeated.value())
                .query((row, n) -> Offer.price(row))
                .optional()
                .orElse(null);
    }

    boolean accepted(OfferId offer) {
        return jdbc.sql("""
                        select coalesce((select d.kind = 'yes' from decision d where d.offer_id = :id
                          order by d.noted_at desc, d.id desc limit 1), false)""").param("id", offer.value()).query(Boolean.class).single();
    }

    /** Whether they asked was settled when the offer was recorded, even if the same words led to another one since. */
    List<Readiness> askedAsRecorded(List<Readiness> judged, Offer offer) {
        if (offer.asked() == null) {
            return judged;
        }
        return judged.stream()
                .map(readiness -> new Readiness(
                        readiness.need(),
                        readiness.title(),
                        readiness.kind(),
                        readiness.findings().stream()
                                .map(f -> f.rule() == Rule.ASKED_FOR && !f.isHere() ? asked(f) : f)
                                .toList()))
                .toList();
    }

    private static Finding asked(Finding finding) {
        return new Finding(
                finding.rule(), finding.demand(), Finding.State.HERE, finding.need(), List.of(), null, null, false);
    }
}
