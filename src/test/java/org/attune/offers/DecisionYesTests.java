package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.attune.TestDatabase;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That somebody decided yes, as their stage asks it: of the newest decision, and of whoever the offer went to. */
class DecisionYesTests {

    private final DecisionYes check = new DecisionYes();

    @Test
    void countsTheNewestDecisionOfTheOneTheOfferWentTo() throws SQLException {
        try (Connection connection = TestDatabase.fresh().connectionAsApplication()) {
            GateScene scene = GateScene.in(connection);
            JdbcClient jdbc = GateScene.on(connection);
            Map<String, @Nullable Object> names = new HashMap<>(scene.names());
            record(connection, jdbc, names);

            assertThat(whoDecidedYes(jdbc)).isEmpty();
            decide(jdbc, names, "yes");
            assertThat(whoDecidedYes(jdbc)).containsExactly((UUID) names.get("helen"));
            assertThat(evidence(jdbc, names)).containsExactly("/offers/" + names.get("offer"));
            decide(jdbc, names, "no");
            assertThat(whoDecidedYes(jdbc)).isEmpty();
            assertThat(evidence(jdbc, names)).isEmpty();
        }
    }

    private static void record(Connection connection, JdbcClient jdbc, Map<String, @Nullable Object> names)
            throws SQLException {
        connection.setAutoCommit(false);
        for (UUID turn : GateScene.EVIDENCE.stream()
                .map(names::get)
                .map(UUID.class::cast)
                .distinct()
                .toList()) {
            jdbc.sql(
                            "insert into evidence (turn_id, seal, kind, exactness) select id, seal, kind, exactness from turn where id = :turn")
                    .param("turn", turn)
                    .update();
        }
        jdbc.sql("""
                        insert into offer (id, contact_id, need_id, owner_id, team_id, kind, title, scope, currency, price_once,
                                           valid_until, pulled, asked_turn, asked_by)
                        values (:offer, :helen, :need, :user, :team, 'new', 'Call capture', 'All of it', 'EUR', 9600,
                                '2026-12-22', true, :ask, :asked_by)
                        """).params(with(names, "asked_by", "helen")).update();
        jdbc.sql("""
                        insert into offer_need (offer_id, need_id, contact_id, heard_id, question_id, answer_id, response_id,
                                                answered_id)
                        values (:offer, :need, :helen, :stated, :question, :answer, :response, :answered)
                        """).params(names).update();
        jdbc.sql("update offer set state = 'sent', sent_at = now() where id = :offer")
                .params(names)
                .update();
        jdbc.sql("""
                        insert into offer_sent (offer_id, terms_seal, sent_at, sent_by) select id, terms_seal, sent_at, :user from offer where id = :offer
                        """).params(names).update();
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> names, String name, String like) {
        Map<String, @Nullable Object> all = new HashMap<>(names);
        all.put(name, names.get(like));
        return all;
    }

    private static void decide(JdbcClient jdbc, Map<String, @Nullable Object> names, String kind) {
        jdbc.sql("""
                        insert into decision (id, offer_id, kind, on_day, noted_by, noted_at)
                        values (:id, :offer, :kind, '2026-12-01', :user, clock_timestamp())
                        """)
                .param("id", Ids.next())
                .param("offer", names.get("offer"))
                .param("kind", kind)
                .param("user", names.get("user"))
                .update();
    }

    private Iterable<UUID> whoDecidedYes(JdbcClient jdbc) {
        return jdbc.sql("select contact.id from contact where " + check.condition())
                .query(UUID.class)
                .list();
    }

    private Iterable<String> evidence(JdbcClient jdbc, Map<String, @Nullable Object> names) {
        return jdbc.sql("select found.href from contact, lateral (%s) found where contact.id = :helen"
                        .formatted(check.evidence()))
                .param("helen", names.get("helen"))
                .query(String.class)
                .list();
    }
}
