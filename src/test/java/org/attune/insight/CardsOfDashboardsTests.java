package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What dashboards count from is kept row by row as people work, and is what a look at everything says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardsOfDashboardsTests {

    private static final Map<String, String> LOOKED_UP = Map.of(
            "promise_card", "promise_card_of(array(select id from promise))",
            "offer_answer", "offer_answer_of(array(select id from offer))",
            "talk_card", "talk_card_of(array(select id from conversation))",
            "move_card", "move_card_of(array(select id from contact))",
            "voiced_mark", "voiced_marks_of(array(select id from turn))",
            "touch_reaction", "touch_reactions_of(array(select id from touch))");

    private static final List<String> RECOUNTED = List.of(
            "recount_promises()",
            "recount_answers()",
            "recount_talk_cards()",
            "recount_moves()",
            "recount_voiced_marks()",
            "recount_touch_reactions()");

    private static final String TOUCHED = """
            with m as (
              insert into material (id, title, purpose, written_by)
              select uuidv7(), 'The checklist', 'See', owner_id from contact limit 1 returning id, written_by),
            v as (
              insert into material_version (id, material_id, number, body, written_by, published_at)
              select uuidv7(), m.id, 1, 'Count.', m.written_by, now() from m returning id)
            insert into touch (id, contact_id, team_id, kind, hat, reaction, happened_at, noted_by, material_version_id)
            select uuidv7(), c.id, c.team_id, 'material', 'marketing', 'good', now(), c.owner_id, v.id from contact c cross join v""";

    private final List<TwoTeams> worlds;

    CardsOfDashboardsTests() throws SQLException {
        worlds = List.of(new TwoTeams(5), new TwoTeams(6));
    }

    @BeforeAll
    void work() throws SQLException {
        worlds.get(0).withOffers();
        worlds.get(1).withMoves();
        for (TwoTeams world : worlds) {
            assertThat(world.jdbc.sql(TOUCHED).update()).isPositive();
        }
    }

    @AfterAll
    void end() throws Exception {
        for (TwoTeams world : worlds) {
            world.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update promise set due = due + 3, state = 'open' where id in (select id from promise order by id limit 9)",
                """
                insert into promise_outcome (id, promise_id, kind, from_due, noted_by, noted_at)
                select uuidv7(), p.id, 'kept', p.due, p.made_by, now() from promise p where p.state = 'kept'""",
                """
                insert into promise_outcome (id, promise_id, kind, from_due, to_due, noted_by)
                select uuidv7(), p.id, 'moved', p.due - 9, p.due, p.made_by from promise p""",
                "update contact set owner_id = (select min(owner_id::text)::uuid from contact), team_id = (select min(team_id::text)::uuid from contact)",
                "update contact set archived_at = case when archived_at is null then now() end",
                """
                update contact c set merged_into = (select max(o.id::text)::uuid from contact o)
                 where c.id <> (select max(o.id::text)::uuid from contact o)""",
                """
                insert into decision (id, offer_id, kind, on_day, noted_by, noted_at)
                select uuidv7(), d.offer_id, 'not_now', d.on_day + 1, d.noted_by, d.noted_at + interval '1 hour' from decision d""",
                "update conversation set minutes = 50, state = 'broke_off', ended_at = now() where state = 'open'",
                "update conversation set minutes = coalesce(minutes, 7) + 1, built = not built",
                "update turn set hat = 'marketing' where kind = 'asked'",
                """
                insert into turn (id, conversation_id, seq, kind, hat, words, salt, seal, word_count, said_at, logged_by)
                select uuidv7(), v.id, 901, 'asked', 'marketing', 'Half of it', '\\x01',
                       sha256('\\x01'::bytea || convert_to('Half of it', 'UTF8')), 3, v.happened_at, v.owner_id
                  from conversation v where v.state <> 'planned'""",
                """
                insert into turn_alike (turn_id, earlier_id)
                select t.id, e.id from turn t join turn e on e.kind = t.kind and e.id < t.id where t.kind = 'responded' limit 30""",
                """
                insert into participant (conversation_id, contact_id)
                select v.id, c.id from conversation v cross join (select id from contact order by id limit 3) c on conflict do nothing""",
                "update stage_move set contact_id = (select max(contact_id::text)::uuid from stage_move)",
                """
                insert into turn_mark (turn_id, kind, turn_kind, marked_by)
                select t.id, k.kind, 'heard', t.logged_by from turn t cross join (values ('reaction'), ('their_question')) k (kind)
                 where t.kind = 'heard' on conflict do nothing""",
                """
                insert into turn_mark (turn_id, kind, turn_kind, marked_by)
                select t.id, 'sensitive', 'heard', t.logged_by from turn t join turn_mark q on q.turn_id = t.id and q.kind = 'their_question'""",
                "delete from turn_mark where kind = 'their_question'",
                "update touch set reaction = case when reaction is null then 'bad' end",
                "update conversation set visibility = case visibility when 'all' then 'team' else 'all' end",
                "update need set kind = 'wants_to_know'",
                """
                insert into reply (response_id, heard_id)
                select r.id, t.id from turn r join turn t on t.conversation_id = r.conversation_id and t.kind = 'heard'
                 where r.kind = 'responded' on conflict do nothing"""
            })
    void whatIsKeptIsWhatALookAtEverythingSays(String change) {
        int changed = 0;
        for (TwoTeams world : worlds) {
            world.jdbc.sql("begin").update();
            try {
                assertThat(different(world)).isEmpty();
                changed += world.jdbc.sql(change).update();
                assertThat(different(world)).isEmpty();
                RECOUNTED.forEach(all ->
                        world.jdbc.sql("select " + all).query((row, n) -> n).list());
                assertThat(different(world)).isEmpty();
            } finally {
                world.jdbc.sql("rollback").update();
            }
        }
        assertThat(changed).isPositive();
    }

    private static List<String> different(TwoTeams world) {
        return LOOKED_UP.entrySet().stream()
                .flatMap(one ->
                        world.jdbc.sql("""
                                select '%1$s ' || x::text from (
                                  (select * from %1$s except select * from %2$s) union all (select * from %2$s except select * from %1$s)) x""".formatted(one.getKey(), one.getValue())).query(String.class).list().stream())
                .toList();
    }
}
