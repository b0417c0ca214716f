package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.attune.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random statements, as the application's own role, against PostgreSQL: links are made and cut, turns reworded, re-kinded,
 * given to others, people added and taken away, offers tried in between. Whatever is refused or not, an offer is there only
 * if the hard rules held before it, and they hold ever after.
 */
class RandomDeedsTests {

    private static final List<String> TURNS = List.of(
            "stated",
            "question",
            "answer",
            "answered",
            "response",
            "mentioned",
            "unmarked",
            "unanswered",
            "unnamed",
            "told",
            "stranger_said");
    private static final List<String> PEOPLE = List.of("helen", "petra", "stranger");

    private static @Nullable Connection open;

    /** A statement over two turns and a person, told by their names in the scene. */
    private enum Deed {
        ANSWER("insert into answer (question_id, heard_id) values (:a, :b)"),
        UNANSWER("delete from answer where question_id = :a or heard_id = :a"),
        REPLY("insert into reply (response_id, heard_id) values (:a, :b)"),
        UNREPLY("delete from reply where response_id = :a or heard_id = :a"),
        LINK("""
                insert into need_turn (need_id, heard_id, speaker_id, states, linked_by)
                select :need, id, speaker_id, true, :user from turn where id = :a"""),
        UNLINK("delete from need_turn where need_id = :need and heard_id = :a"),
        STATE("update need_turn set states = not states where need_id = :need and heard_id = :a"),
        JOIN("insert into need_person (need_id, contact_id) values (:need, :who) on conflict do nothing"),
        LEAVE("delete from need_person where need_id = :need and contact_id = :who"),
        GIVE_TO("update turn set speaker_id = :who where id = :a and kind = 'heard'"),
        REKIND("update turn set kind = 'told', speaker_id = null, exactness = null where id = :a"),
        REASK("update turn set kind = 'asked', speaker_id = null, exactness = null where id = :a"),
        REHEAR("update turn set kind = 'heard', speaker_id = :who, exactness = 'did' where id = :a"),
        REWORD("update turn set words = 'other', seal = sha256(salt || convert_to('other', 'UTF8')) where id = :a"),
        ERASE("update turn set words = null, salt = null, erased_at = now() where id = :a and erased_at is null"),
        GONE("delete from turn where id = :a"),
        READDRESS("update offer set contact_id = :who where need_id = :need"),
        SEAL("insert into evidence select id, seal, kind, exactness from turn where id = :a on conflict do nothing"),
        OFFER("");

        private final String sql;

        Deed(String sql) {
            this.sql = sql;
        }
    }

    record Step(Deed deed, String a, String b, String who, boolean deferred) {}

    @BeforeContainer
    static void connect() throws SQLException {
        open = TestDatabase.fresh().connectionAsApplication();
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        connection().close();
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anOfferIsThereOnlyIfTheHardRulesHeldBeforeIt(@ForAll("deeds") List<Step> steps) throws SQLException {
        GateScene scene = GateScene.in(connection());
        boolean recorded = false;
        for (Step step : steps) {
            if (step.deed() == Deed.OFFER) {
                boolean couldBe = hardRulesHold(scene, step);
                boolean done = tried(() -> offer(scene, step), step.deferred());
                if (done) {
                    assertThat(couldBe).as("the hard rules held before").isTrue();
                    assertThat(recorded).as("once").isFalse();
                    recorded = true;
                }
            } else {
                tried(() -> run(step.deed().sql, scene, step), step.deferred());
            }
            assertThat(offersThatHold(scene)).isEqualTo(recorded ? 1 : 0);
            assertThat(offers(scene)).isEqualTo(recorded ? 1 : 0);
        }
        Statistics.label("offer").collect(recorded ? "recorded" : "never").coverage(seen -> seen.check("recorded")
                .percentage(share -> share > 5));
    }

    private static void offer(GateScene scene, Step step) {
        run("""
                insert into evidence (turn_id, seal, kind, exactness) select id, seal, kind, exactness from turn
                 where id in (:stated, :a, :answer, :b, :answered) on conflict do nothing""", scene, step);
        run("""
                insert into offer (id, contact_id, need_id, owner_id, team_id, kind, title, scope, currency, price_once,
                  valid_until, pulled, push_reason)
                values (:offer, :who, :need, :user, :team, 'new', 'Offer', 'All', 'EUR', 1, '2026-12-22', false, 'Why')""", scene, step);
        run("""
                insert into offer_need (offer_id, need_id, contact_id, heard_id, question_id, answer_id, response_id, answered_id)
                values (:offer, :need, :who, :stated, :a, :answer, :b, :answered)""", scene, step);
    }

    /** Asked before, and in other words than the constraints'. */
    private static boolean hardRulesHold(GateScene scene, Step step) {
        return jdbc().sql("""
                        with ours as (
                          select t.id from need_turn l join turn t on t.id = l.heard_id and t.kind = 'heard'
                            join need_person p on p.need_id = l.need_id and p.contact_id = t.speaker_id
                           where l.need_id = :need)
                        select exists (select from need_turn where need_id = :need and heard_id = :stated and states
                                          and heard_id in (select id from ours))
                           and exists (select from answer join turn q on q.id = question_id and q.kind = 'asked'
                                        where question_id = :a and heard_id = :answer and heard_id in (select id from ours))
                           and exists (select from reply join turn r on r.id = response_id and r.kind = 'responded'
                                        where response_id = :b and heard_id = :answered and heard_id in (select id from ours))
                           and exists (select from need_person where need_id = :need and contact_id = :who)""").params(names(scene, step)).query(Boolean.class).single();
    }

    private static void run(String sql, GateScene scene, Step step) {
        jdbc().sql(sql).params(names(scene, step)).update();
    }

    private static Map<String, @Nullable Object> names(GateScene scene, Step step) {
        Map<String, @Nullable Object> names = scene.names();
        names.put("a", scene.id(step.a()));
        names.put("b", scene.id(step.b()));
        names.put("who", scene.id(step.who()));
        return names;
    }

    /** @return whether PostgreSQL let it through, to the end of the transaction */
    private static boolean tried(Runnable statements, boolean deferred) throws SQLException {
        connection().setAutoCommit(false);
        try {
            if (deferred) {
                jdbc().sql("set constraints all deferred").update();
            }
            statements.run();
            connection().commit();
            return true;
        } catch (DataAccessException | SQLException refused) {
            connection().rollback();
            return false;
        } finally {
            connection().setAutoCommit(true);
        }
    }

    private static long offersThatHold(GateScene scene) {
        return jdbc().sql(HardRules.OFFERS_THAT_HOLD + " and o.id = :offer")
                .params(scene.names())
                .query(Long.class)
                .single();
    }

    private static long offers(GateScene scene) {
        return jdbc().sql("select count(*) from offer where id = :offer")
                .params(scene.names())
                .query(Long.class)
                .single();
    }

    private static Connection connection() {
        Connection connection = open;
        if (connection == null) {
            throw new IllegalStateException("not connected");
        }
        return connection;
    }

    private static JdbcClient jdbc() {
        return GateScene.on(connection());
    }

    /** Offers are tried often, and mostly with what the scene has for them, so that some of them are recorded. */
    @Provide
    Arbitrary<List<Step>> deeds() {
        Arbitrary<String> turn = Arbitraries.of(TURNS);
        Arbitrary<String> who = Arbitraries.of(PEOPLE);
        Arbitrary<Step> any = Combinators.combine(
                        Arbitraries.of(Deed.class), turn, turn, who, Arbitraries.of(true, false))
                .as(Step::new);
        Arbitrary<Step> sensible = Combinators.combine(who, Arbitraries.of(true, false))
                .as((person, deferred) -> new Step(Deed.OFFER, "question", "response", person, deferred));
        return Arbitraries.frequencyOf(Tuple.of(5, any), Tuple.of(1, sensible))
                .list()
                .ofMinSize(4)
                .ofMaxSize(18);
    }
}
