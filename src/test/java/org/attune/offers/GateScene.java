package org.attune.offers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Helen and Petra have a problem, a stranger takes part in the talk, and everything an offer needs was said. The names of
 * this scene ({@code :helen}, {@code :stated} …) are the parameters of the statements that tests try on it.
 */
final class GateScene {

    /** The turns the offer will stand on. */
    static final List<String> EVIDENCE =
            List.of("stated", "question", "answer", "response", "answered", "reaction", "ask", "yes");

    private final Map<String, @Nullable Object> names = new HashMap<>();

    private GateScene() {}

    static GateScene in(Connection connection) throws SQLException {
        GateScene scene = new GateScene();
        connection.setAutoCommit(false);
        scene.write(on(connection));
        connection.commit();
        connection.setAutoCommit(true);
        return scene;
    }

    static JdbcClient on(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** The parameters, some of them replaced. */
    Map<String, @Nullable Object> names(Map<String, String> replaced) {
        Map<String, @Nullable Object> all = new HashMap<>(names);
        replaced.forEach((name, by) -> all.put(name, by.isEmpty() ? null : names.get(by)));
        return all;
    }

    Map<String, @Nullable Object> names() {
        return names(Map.of());
    }

    private void write(JdbcClient jdbc) {
        ids(
                "team",
                "user",
                "helen",
                "petra",
                "stranger",
                "merged",
                "talk",
                "other_talk",
                "need",
                "other_need",
                "solution",
                "confirmation",
                "cost",
                "offer",
                "other_offer",
                "event");
        ids(
                "stated",
                "question",
                "answer",
                "response",
                "answered",
                "reaction",
                "ask",
                "yes",
                "mentioned",
                "unmarked",
                "unanswered",
                "unnamed",
                "told",
                "stranger_said",
                "stranger_asked",
                "stranger_question",
                "stranger_response");
        people(jdbc);
        talk(jdbc);
        needs(jdbc);
    }

    private void ids(String... made) {
        for (String name : made) {
            names.put(name, Ids.next());
        }
    }

    private void people(JdbcClient jdbc) {
        run(jdbc, "insert into team (id, name) values (:team, 'Team ' || :team)");
        run(jdbc, """
                insert into app_user (id, email, name, role, sells, team_id)
                values (:user, :user || '@attune.example', 'Maya', 'salesperson', true, :team)""");
        for (String person : List.of("helen", "petra", "stranger", "merged")) {
            run(jdbc, """
                    insert into contact (id, given_name, owner_id, team_id, created_by)
                    values (:%s, '%s', :user, :team, :user)""".formatted(person, person));
        }
        for (String talk : List.of("talk", "other_talk")) {
            run(jdbc, """
                    insert into conversation (id, owner_id, team_id, lead_id, hat, channel, started_by, state, happened_at)
                    values (:%s, :user, :team, :helen, 'sales', 'call', 'they', 'open', now())
                    """.formatted(talk));
            for (String person : List.of("helen", "petra", "stranger", "merged")) {
                run(
                        jdbc,
                        "insert into participant (conversation_id, contact_id) values (:%s, :%s)"
                                .formatted(talk, person));
            }
        }
    }

    private void talk(JdbcClient jdbc) {
        heard(jdbc, "stated", "helen");
        ours(jdbc, "question", "asked");
        heard(jdbc, "answer", "petra");
        heard(jdbc, "answered", "petra");
        ours(jdbc, "response", "responded");
        heard(jdbc, "reaction", "petra");
        heard(jdbc, "ask", "helen");
        heard(jdbc, "yes", "helen");
        heard(jdbc, "mentioned", "helen");
        heard(jdbc, "unmarked", "helen");
        ours(jdbc, "unanswered", "asked");
        ours(jdbc, "unnamed", "responded");
        ours(jdbc, "told", "told");
        heard(jdbc, "stranger_said", "stranger");
        heard(jdbc, "stranger_asked", "stranger");
        ours(jdbc, "stranger_question", "asked");
        ours(jdbc, "stranger_response", "responded");
        run(
                jdbc,
                "insert into answer (question_id, heard_id) values (:question, :answer), (:stranger_question, :stranger_said)");
        run(
                jdbc,
                "insert into reply (response_id, heard_id) values (:response, :answered), (:stranger_response, :stranger_said)");
        run(jdbc, """
                insert into turn_mark (turn_id, kind, turn_kind, marked_by)
                values (:ask, 'asked_for_offer', 'heard', :user), (:stranger_asked, 'asked_for_offer', 'heard', :user)""");
    }

    private void needs(JdbcClient jdbc) {
        run(jdbc, """
                insert into need (id, title, noted_by, team_id)
                values (:need, 'Surcharges go unbilled', :user, :team), (:other_need, 'Something else', :user, :team)""");
        run(jdbc, """
                insert into need_person (need_id, contact_id)
                values (:need, :helen), (:need, :petra), (:other_need, :stranger)""");
        run(jdbc, """
                insert into need_turn (need_id, heard_id, speaker_id, states, linked_by)
                values (:need, :stated, :helen, true, :user), (:need, :answer, :petra, false, :user),
                  (:need, :answered, :petra, false, :user), (:need, :reaction, :petra, false, :user),
                  (:need, :yes, :helen, false, :user), (:need, :mentioned, :helen, false, :user),
                  (:other_need, :stranger_said, :stranger, true, :user)""");
        run(jdbc, """
                insert into need_confirmation (id, need_id, played_back, answer_turn, verdict, noted_by)
                values (:confirmation, :need, 'Is that it?', :yes, 'yes', :user)""");
        run(jdbc, """
                insert into need_cost (id, need_id, kind, low, currency, per, turn_id, noted_by)
                values (:cost, :need, 'amount', 2000, 'EUR', 'month', :yes, :user)""");
        run(jdbc, """
                insert into solution (id, need_id, our_part, their_part, agreed_turn, noted_by)
                values (:solution, :need, 'We', 'They', :yes, :user)""");
    }

    private int seq;

    private void heard(JdbcClient jdbc, String name, String speaker) {
        run(jdbc, """
                insert into turn (id, conversation_id, seq, kind, speaker_id, hat, words, salt, seal, word_count, exactness,
                  said_at, logged_by)
                values (:%1$s, :talk, %2$d, 'heard', :%3$s, 'sales', '%1$s', '\\x01',
                  sha256('\\x01'::bytea || convert_to('%1$s', 'UTF8')), 1, 'from_memory', now(), :user)""".formatted(name, ++seq, speaker));
    }

    private void ours(JdbcClient jdbc, String name, String kind) {
        run(jdbc, """
                insert into turn (id, conversation_id, seq, kind, hat, words, salt, seal, word_count, said_at, logged_by)
                values (:%1$s, :talk, %2$d, '%3$s', 'sales', '%1$s', '\\x01',
                  sha256('\\x01'::bytea || convert_to('%1$s', 'UTF8')), 1, now(), :user)""".formatted(name, ++seq, kind));
    }

    private void run(JdbcClient jdbc, String sql) {
        jdbc.sql(sql).params(names).update();
    }

    UUID id(String name) {
        return (UUID) Objects.requireNonNull(names.get(name), name);
    }
}
