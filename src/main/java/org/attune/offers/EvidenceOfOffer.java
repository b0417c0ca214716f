package org.attune.offers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an offer stands on, as it was recorded: whatever was said since changes nothing about it. */
@Component
class EvidenceOfOffer {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final JdbcClient jdbc;

    EvidenceOfOffer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The turns it stands on that this person may read. */
    Map<UUID, Piece> pieces(Viewer viewer, OfferId offer) {
        Map<UUID, Piece> pieces = new HashMap<>();
        jdbc.sql("""
                        with cited as (
                          select unnest(array[n.heard_id, n.question_id, n.answer_id, n.response_id, n.answered_id, n.reaction_id,
                                   n.part_gone_turn, y.answer_turn, y.playback_turn, k.turn_id, x.agreed_turn, x.contributed_turn]) as id
                            from offer_need n
                            left join need_confirmation y on y.id = n.confirmation_id
                            left join need_cost k on k.id = n.cost_id
                            left join solution x on x.id = n.solution_id
                           where n.offer_id = :offer
                          union select o.asked_turn from offer o where o.id = :offer
                          union select v.turn_id from offer_verdict v where v.offer_id = :offer)
                        select %s, (select l.excerpt from need_turn l join offer_need n on n.need_id = l.need_id
                                     where n.offer_id = :offer and l.heard_id = t.id and l.excerpt is not null limit 1) as excerpt
                          from cited join seen_turn(:viewer) t on t.id = cited.id left join contact s on s.id = t.speaker_id
                        """.formatted(PieceRows.COLUMNS))
                .param("viewer", viewer.uuid())
                .param("offer", offer.value())
                .query(row -> {
                    Piece piece = PieceRows.piece(row, row.getString("excerpt"));
                    pieces.put(piece.uuid(), piece);
                });
        return pieces;
    }

    /** Its needs, the first one first, each with the gate's newest verdict. */
    List<OfferView.OfferedNeed> needs(OfferId offer, Map<UUID, Piece> pieces) {
        Map<UUID, Map<Rule, Judged>> verdicts = verdicts(offer);
        return jdbc.sql("""
                        select n.*, d.title, y.answer_turn, y.playback_turn, k.low, k.currency, k.per, k.turn_id as cost_turn,
                               x.our_part, x.their_part, x.agreed_turn, x.contributed_turn, o.asked_turn
                          from offer_need n join offer o on o.id = n.offer_id join need d on d.id = n.need_id
                          left join need_confirmation y on y.id = n.confirmation_id
                          left join need_cost k on k.id = n.cost_id
                          left join solution x on x.id = n.solution_id
                         where n.offer_id = :offer order by n.need_id <> o.need_id, n.need_id""")
                .param("offer", offer.value())
                .query((row, number) -> need(row, pieces, verdicts))
                .list();
    }

    private static OfferView.OfferedNeed need(
            ResultSet row, Map<UUID, Piece> pieces, Map<UUID, Map<Rule, Judged>> verdicts) throws SQLException {
        NeedId id = new NeedId(row.getObject("need_id", UUID.class));
        Map<Rule, Judged> judged = verdicts.getOrDefault(id.value(), Map.of());
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            Judged verdict = judged.get(rule);
            if (verdict != null) {
                findings.add(verdict.finding(id, rule, evidence(row, rule, verdict, pieces)));
            }
        }
        BigDecimal low = row.getBigDecimal("low");
        UUID partTurn = row.getObject("part_gone_turn", UUID.class);
        return new OfferView.OfferedNeed(
                id,
                row.getString("title"),
                low == null ? null : "month".equals(row.getString("per")) ? low.multiply(MONTHS) : low,
                row.getString("currency"),
                row.getObject("part_gone", Integer.class),
                partTurn == null ? null : pieces.get(partTurn),
                row.getString("our_part"),
                row.getString("their_part"),
                findings);
    }

    private static List<Piece> evidence(ResultSet row, Rule rule, Judged verdict, Map<UUID, Piece> pieces)
            throws SQLException {
        if (!verdict.met) {
            return List.of();
        }
        if (verdict.carriedOver) {
            return cited(pieces, verdict.turn);
        }
        return switch (rule) {
            case NEED_HEARD -> cited(pieces, id(row, "heard_id"));
            case QUESTION_ANSWERED -> cited(pieces, id(row, "question_id"), id(row, "answer_id"));
            case RESPONSE_GIVEN -> cited(pieces, id(row, "response_id"), id(row, "answered_id"));
            case NEED_CONFIRMED -> cited(pieces, id(row, "answer_turn"), id(row, "playback_turn"));
            case COST_KNOWN -> cited(pieces, id(row, "cost_turn"));
            case SOLUTION_AGREED -> cited(pieces, id(row, "agreed_turn"), id(row, "contributed_turn"));
            case ASKED_FOR -> cited(pieces, id(row, "asked_turn"));
            case REACTION_HEARD -> cited(pieces, id(row, "reaction_id"));
            case PRICE_BELOW_COST -> List.of();
        };
    }

    private static List<Piece> cited(Map<UUID, Piece> pieces, @Nullable UUID... turns) {
        List<Piece> found = new ArrayList<>();
        for (UUID turn : turns) {
            Piece piece = turn == null ? null : pieces.get(turn);
            if (piece != null && !found.contains(piece)) {
                found.add(piece);
            }
        }
        return found;
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private Map<UUID, Map<Rule, Judged>> verdicts(OfferId offer) {
        Map<UUID, Map<Rule, Judged>> verdicts = new HashMap<>();
        jdbc.sql("""
                        select distinct on (v.need_id, v.rule) v.need_id, v.rule, v.demand, v.met, v.turn_id, v.carried_over
                          from offer_verdict v where v.offer_id = :offer
                         order by v.need_id, v.rule, v.judged_at desc""").param("offer", offer.value()).query(row -> {
            verdicts.computeIfAbsent(row.getObject("need_id", UUID.class), need -> new HashMap<>())
                    .put(
                            Rule.of(row.getString("rule")),
                            new Judged(
                                    Demand.of(row.getString("demand")),
                                    row.getBoolean("met"),
                                    id(row, "turn_id"),
                                    row.getBoolean("carried_over")));
        });
        return verdicts;
    }

    private record Judged(
            Demand demand, boolean met, @Nullable UUID turn, boolean carriedOver) {

        Finding finding(NeedId need, Rule rule, List<Piece> evidence) {
            return new Finding(
                    rule,
                    demand,
                    met ? Finding.State.HERE : Finding.State.NOT_YET,
                    need,
                    evidence,
                    met ? null : rule == Rule.ASKED_FOR ? "pushed" : "recorded",
                    null,
                    carriedOver);
        }
    }
}
