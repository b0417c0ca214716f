package org.attune.offers;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gathers what the gate judges, from what somebody may read: nine statements, however many needs there are and however
 * much was said.
 */
@Component
class FactsOfNeeds {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final JdbcClient jdbc;

    FactsOfNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the needs this person may see, in the order given. */
    List<NeedFacts> of(Viewer viewer, Collection<NeedId> needs, @Nullable OfferId repeated) {
        if (needs.isEmpty()) {
            return List.of();
        }
        Gathering gathering = new Gathering(viewer, needs);
        gathering.begin();
        gathering.heard();
        gathering.answers();
        gathering.replies();
        gathering.asks();
        gathering.confirmations();
        gathering.costs();
        gathering.solutions();
        if (repeated != null) {
            gathering.carried(repeated);
        }
        return gathering.inOrder();
    }

    /** One gathering; it ends with the request. */
    private final class Gathering {

        private final Viewer viewer;
        private final List<UUID> ids;
        private final Map<UUID, Collected> found = new LinkedHashMap<>();

        Gathering(Viewer viewer, Collection<NeedId> needs) {
            this.viewer = viewer;
            this.ids = needs.stream().map(NeedId::value).distinct().toList();
        }

        void begin() {
            each("""
                    select n.id as need_id, n.title, n.ended_at is not null as ended, p.contact_id
                      from seen_need(:viewer) n left join need_person p on p.need_id = n.id
                     where n.id in (:needs)""", row -> {
                Collected need = found.computeIfAbsent(uuid(row, "need_id"), Collected::new);
                need.title = row.getString("title");
                need.ended = row.getBoolean("ended");
                UUID person = row.getObject("contact_id", UUID.class);
                if (person != null) {
                    need.people.add(new ContactId(person));
                }
            });
        }

        void heard() {
            each("""
                    select l.need_id, l.states, l.excerpt, %s,
                           exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'reaction') as reaction
                      from need_turn l join seen_turn(:viewer) t on t.id = l.heard_id join contact s on s.id = t.speaker_id
                     where l.need_id in (:needs)""".formatted(PieceRows.COLUMNS), row -> {
                Piece piece = PieceRows.piece(row, row.getString("excerpt"));
                Collected need = need(row);
                need.pieces.put(piece.uuid(), piece);
                need.heard.add(new NeedFacts.Heard(piece, row.getBoolean("states"), row.getBoolean("reaction")));
            });
        }

        void answers() {
            each("""
                    select l.need_id, a.heard_id, %s
                      from need_turn l join answer a on a.heard_id = l.heard_id
                      join seen_turn(:viewer) t on t.id = a.question_id left join contact s on s.id = t.speaker_id
                     where l.need_id in (:needs)""".formatted(PieceRows.COLUMNS), row -> {
                Piece heard = need(row).pieces.get(uuid(row, "heard_id"));
                if (heard != null) {
                    need(row).answers.add(new NeedFacts.Answer(PieceRows.piece(row, null), heard));
                }
            });
        }

        void replies() {
            each("""
                    select l.need_id, r.heard_id, %s
                      from need_turn l join reply r on r.heard_id = l.heard_id
                      join seen_turn(:viewer) t on t.id = r.response_id left join contact s on s.id = t.speaker_id
                     where l.need_id in (:needs)""".formatted(PieceRows.COLUMNS), row -> {
                Piece heard = need(row).pieces.get(uuid(row, "heard_id"));
                if (heard != null) {
                    need(row).replies.add(new NeedFacts.Reply(PieceRows.piece(row, null), heard));
                }
            });
        }

        /**
         * What one of its people asked for: about this need, or about none in particular and not before it came up. What
         * a decided offer came from is not asked for once more.
         */
        void asks() {
            each("""
                    select n.id as need_id, %s
                      from need n join need_person p on p.need_id = n.id
                      join turn a on a.speaker_id = p.contact_id and a.kind = 'heard'
                      join turn_mark m on m.turn_id = a.id and m.kind = 'asked_for_offer'
                      join seen_turn(:viewer) t on t.id = a.id join contact s on s.id = t.speaker_id
                     where n.id in (:needs)
                       and (exists (select from need_turn l where l.need_id = n.id and l.heard_id = t.id)
                         or not exists (select from need_turn l where l.heard_id = t.id)
                            and t.said_at >= (select min(f.said_at) from need_turn l join turn f on f.id = l.heard_id
                                               where l.need_id = n.id and l.states))
                       and not exists (select from offer o where o.asked_turn = t.id and o.state = 'decided')""".formatted(PieceRows.COLUMNS), row -> need(row).asks.add(PieceRows.piece(row, null)));
        }

        void confirmations() {
            each("""
                    select distinct on (c.need_id) c.need_id, c.id, c.verdict, c.answer_turn, %s
                      from need_confirmation c
                      left join seen_turn(:viewer) t on t.id = c.playback_turn left join contact s on s.id = t.speaker_id
                     where c.need_id in (:needs)
                     order by c.need_id, c.noted_at desc, c.id desc""".formatted(PieceRows.COLUMNS), row -> {
                Piece answer = need(row).pieces.get(uuid(row, "answer_turn"));
                if (answer != null) {
                    boolean played = row.getObject("turn_id") != null;
                    need(row).confirmation = new NeedFacts.Confirmation(
                            uuid(row, "id"),
                            row.getString("verdict").equals("yes"),
                            answer,
                            played ? PieceRows.piece(row, null) : null);
                }
            });
        }

        /** An estimate of ours never takes the place of what they said. */
        void costs() {
            each("""
                    select distinct on (c.need_id) c.need_id, c.id, c.kind, c.low, c.currency, c.per, c.turn_id
                      from need_cost c
                     where c.need_id in (:needs)
                     order by c.need_id, (c.kind = 'our_estimate'), c.noted_at desc, c.id desc""", row -> {
                UUID turn = row.getObject("turn_id", UUID.class);
                Piece said = turn == null ? null : need(row).pieces.get(turn);
                if (turn == null || said != null) {
                    BigDecimal low = row.getBigDecimal("low");
                    need(row).cost = new NeedFacts.Cost(
                            uuid(row, "id"),
                            row.getString("kind"),
                            low,
                            low == null ? null : "month".equals(row.getString("per")) ? low.multiply(MONTHS) : low,
                            row.getString("currency"),
                            said);
                }
            });
        }

        void solutions() {
            each("""
                    select distinct on (x.need_id) x.need_id, x.id, x.our_part, x.their_part, x.contributed_turn, x.agreed_turn
                      from solution x
                     where x.need_id in (:needs)
                     order by x.need_id, x.noted_at desc, x.id desc""", row -> {
                Collected need = need(row);
                need.solution = new NeedFacts.Solution(
                        uuid(row, "id"),
                        row.getString("our_part"),
                        row.getString("their_part"),
                        need.pieceOf(row, "contributed_turn"),
                        need.pieceOf(row, "agreed_turn"));
            });
        }

        /**
         * What accepted offers stood on themselves, back along those that each repeats; what they had only carried over
         * themselves does not grow younger by that.
         */
        void carried(OfferId repeated) {
            Map<Rule, List<Piece>> carried = new HashMap<>();
            jdbc.sql("""
                    with recursive chain as (
                      select o.id, o.repeats_id from seen_offer(:viewer) o where o.id = :repeated
                      union all select o.id, o.repeats_id from offer o join chain c on o.id = c.repeats_id)
                    select distinct on (v.rule) v.rule, %s
                      from chain c join offer_verdict v on v.offer_id = c.id and v.met and not v.carried_over
                      join decision d on d.offer_id = c.id and d.kind = 'yes' and d.on_day > current_date - interval '12 months'
                      join seen_turn(:viewer) t on t.id = v.turn_id left join contact s on s.id = t.speaker_id
                     order by v.rule, v.judged_at desc""".formatted(PieceRows.COLUMNS))
                    .param("viewer", viewer.uuid())
                    .param("repeated", repeated.value())
                    .query(row -> {
                        carried.put(Rule.of(row.getString("rule")), List.of(PieceRows.piece(row, null)));
                    });
            found.values().forEach(need -> need.carried.putAll(carried));
        }

        List<NeedFacts> inOrder() {
            return ids.stream()
                    .map(found::get)
                    .filter(Objects::nonNull)
                    .map(Collected::facts)
                    .toList();
        }

        private Collected need(ResultSet row) throws SQLException {
            // Needs that may not be seen have no rows of their own; what comes with them is dropped.
            return found.getOrDefault(uuid(row, "need_id"), new Collected(uuid(row, "need_id")));
        }

        private void each(String sql, Row row) {
            jdbc.sql(sql).param("viewer", viewer.uuid()).param("needs", ids).query(row::read);
        }
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static final class Collected {

        private final UUID id;
        private final Set<ContactId> people = new HashSet<>();
        private final Map<UUID, Piece> pieces = new HashMap<>();
        private final List<NeedFacts.Heard> heard = new ArrayList<>();
        private final List<NeedFacts.Answer> answers = new ArrayList<>();
        private final List<NeedFacts.Reply> replies = new ArrayList<>();
        private final List<Piece> asks = new ArrayList<>();
        private final Map<Rule, List<Piece>> carried = new HashMap<>();
        private String title = "";
        private boolean ended;
        private NeedFacts.@Nullable Confirmation confirmation;
        private NeedFacts.@Nullable Cost cost;
        private NeedFacts.@Nullable Solution solution;

        Collected(UUID id) {
            this.id = id;
        }

        @Nullable
        Piece pieceOf(ResultSet row, String column) throws SQLException {
            UUID turn = row.getObject(column, UUID.class);
            return turn == null ? null : pieces.get(turn);
        }

        NeedFacts facts() {
            return new NeedFacts(
                    new NeedId(id),
                    title,
                    ended,
                    people,
                    heard,
                    answers,
                    replies,
                    confirmation,
                    cost,
                    solution,
                    asks,
                    carried);
        }
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }
}
