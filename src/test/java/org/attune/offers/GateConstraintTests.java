package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.attune.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tries to get past the gate with SQL, as the role the application runs as: alone, with every constraint deferred that can
 * be, and racing with the recording of the offer in both orders. PostgreSQL itself must refuse.
 */
class GateConstraintTests {

    private static final String RECORD = """
            insert into evidence (turn_id, seal, kind, exactness)
            select id, seal, kind, exactness from turn
             where id in (:stated, :question, :answer, :response, :answered, :reaction, :ask, :yes);
            insert into offer (id, contact_id, need_id, owner_id, team_id, kind, title, scope, currency, price_once, valid_until,
              pulled, asked_turn, asked_by)
            values (:offer, :contact, :need, :user, :team, 'new', 'Call capture', 'All of it', 'EUR', 9600, '2026-12-22',
              true, :ask, :asked_by);
            insert into offer_need (offer_id, need_id, contact_id, heard_id, question_id, answer_id, response_id, answered_id,
              confirmation_id, cost_id, solution_id, reaction_id)
            values (:offer, :need, :contact, :stated, :question, :answer, :response, :answered,
              :confirmation, :cost, :solution, :reaction);
            insert into offer_verdict (offer_id, need_id, rule, demand, met, turn_id)
            values (:offer, :need, 'need_confirmed', 'required', true, :yes);
            """;

    /** Refused: not null, foreign key, unique, check, no right to do so, not a setting of this role. */
    private static final List<String> REFUSALS = List.of("23502", "23503", "23505", "23514", "42501");

    private static TestDatabase database;

    private static Connection connection;
    private static Connection rival;
    private static Connection watch;

    private GateScene scene;

    @BeforeAll
    static void connect() throws SQLException {
        database = TestDatabase.fresh();
        connection = database.connectionAsApplication();
        rival = database.connectionAsApplication();
        watch = database.connectionAsOwner();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
        rival.close();
        watch.close();
    }

    @BeforeEach
    void prepare() throws SQLException {
        for (Connection each : List.of(connection, rival)) {
            each.setAutoCommit(false);
            each.rollback();
            each.setAutoCommit(true);
            GateScene.on(each).sql("reset lock_timeout").update();
        }
        scene = GateScene.in(connection);
    }

    @Test
    void anOfferWithAllItsEvidenceIsRecorded() throws SQLException {
        record(connection);

        assertThat(offers()).isEqualTo(1);
    }

    static Stream<Arguments> withoutWhatItNeeds() {
        return Stream.of(
                missing("a turn that states the need", "stated", ""),
                missing("a question", "question", ""),
                missing("an answer", "answer", ""),
                missing("a response", "response", ""),
                missing("what the response names", "answered", ""),
                missing("words that state the need: only mentioned", "stated", "mentioned"),
                missing("words that state this need: another need's", "stated", "stranger_said"),
                missing("words about the need: not linked to it", "stated", "unmarked"),
                missing("words of theirs: ours, told", "stated", "told"),
                missing("words of theirs: our question", "stated", "question"),
                missing("an answered question", "question", "unanswered"),
                missing("a question: a response of ours", "question", "response"),
                missing("a question: something told", "question", "told"),
                missing("an answer to this question: to another", "answer", "stranger_said"),
                missing("an answer to this question: to none", "answer", "mentioned"),
                missing("a question about this need: another need's", "question", "stranger_question"),
                missing("a response that names something", "response", "unnamed"),
                missing("a response: something told", "response", "told"),
                missing("a response to this need: another need's", "response", "stranger_response"),
                missing("something named: not by this response", "answered", "mentioned"),
                missing("something named: of another need", "answered", "stranger_said"),
                missing("one of the people of the need", "contact", "stranger"),
                missing("a reaction about this need", "reaction", "stranger_said"),
                missing("the mark that they asked", "ask", "unmarked"),
                missing("an asking person of the need", "ask", "stranger_asked"),
                missing("the right asking person", "asked_by", "petra"),
                missing("an asking person who is one of the need's", "asked_by", "stranger"));
    }

    private static Arguments missing(String what, String name, String replacement) {
        return Arguments.of(what, Map.of(name, replacement));
    }

    @ParameterizedTest(name = "without {0}")
    @MethodSource("withoutWhatItNeeds")
    void anOfferCannotBeRecorded(String what, Map<String, String> replaced) throws SQLException {
        assertRefused(() -> record(connection, replaced));
        assertRefused(() -> recordDeferring(rival, replaced));

        assertThat(offers()).isZero();
    }

    /** The other evidence is that of another need and complete, and still it is not evidence for this one. */
    @Test
    void theCompleteEvidenceOfAnotherNeedDoesNotCarryThisOne() throws SQLException {
        Map<String, String> others = Map.of(
                "stated", "stranger_said",
                "question", "stranger_question",
                "answer", "stranger_said",
                "response", "stranger_response",
                "answered", "stranger_said");

        assertRefused(() -> record(connection, others));

        assertThat(offers()).isZero();
    }

    static Stream<String> waysToBegin() {
        return Stream.of(
                // an offer without any evidence
                "insert into offer (id, contact_id, need_id, owner_id, team_id, kind, title, scope, currency, price_once,"
                        + " valid_until, pulled, push_reason) values (:offer, :helen, :need, :user, :team, 'new', 'Call"
                        + " capture', 'All', 'EUR', 1, '2026-12-22', false, 'We thought so')",
                // words of somebody who is not of the need; under a false name; our own
                "insert into need_turn (need_id, heard_id, speaker_id, states, linked_by) values (:need, :stranger_said, :stranger, true, :user)",
                "insert into need_turn (need_id, heard_id, speaker_id, states, linked_by) values (:need, :stranger_said, :helen, true, :user)",
                "insert into need_turn (need_id, heard_id, speaker_id, states, linked_by) values (:need, :told, :helen, true, :user)",
                "insert into need_turn (need_id, heard_id, speaker_id, states, linked_by) values (:need, :told, null, true, :user)",
                // answers and replies of the wrong kind
                "insert into answer (question_id, heard_id) values (:told, :answer)",
                "insert into answer (question_id, heard_id) values (:question, :told)",
                "insert into answer (question_id, question_kind, heard_id) values (:told, 'told', :answer)",
                "insert into reply (response_id, heard_id) values (:told, :answer)",
                "insert into reply (response_id, heard_id) values (:response, :question)",
                "insert into reply (response_id, response_kind, heard_id) values (:told, 'told', :answer)",
                // what we said, marked as what they asked for
                "insert into turn_mark (turn_id, kind, turn_kind, marked_by) values (:told, 'asked_for_offer', 'told', :user)",
                "insert into turn_mark (turn_id, kind, turn_kind, marked_by) values (:told, 'asked_for_offer', 'heard', :user)",
                // evidence under a false seal, kind or exactness
                "insert into evidence values (:stated, '\\x00', 'heard', 'from_memory')",
                "insert into evidence select id, seal, 'told', null from turn where id = :stated",
                "insert into evidence select id, seal, kind, 'word_for_word' from turn where id = :stated",
                "insert into evidence select id, seal, kind, null from turn where id = :stated",
                // somebody who took no part
                "update turn set speaker_id = gen_random_uuid() where id = :mentioned");
    }

    @ParameterizedTest
    @MethodSource("waysToBegin")
    void cannotBePreparedWith(String statement) {
        assertRefused(() -> alone(connection, statement));
        assertRefused(() -> deferring(connection, statement));
    }

    static Stream<String> waysToFalsify() {
        Stream<String> everyTurn = GateScene.EVIDENCE.stream()
                .flatMap(turn -> Stream.of(
                        "update turn set words = 'reworded' where id = :" + turn,
                        "update turn set words = 'reworded', seal = sha256(salt || convert_to('reworded', 'UTF8')) where id"
                                + " = :" + turn,
                        "update turn set salt = '\\x02', seal = sha256('\\x02'::bytea || convert_to(words, 'UTF8')) where id"
                                + " = :" + turn,
                        "delete from turn where id = :" + turn,
                        "update turn set id = gen_random_uuid() where id = :" + turn,
                        "update turn set logged_at = now() - interval '1 day' where id = :" + turn,
                        "update turn set conversation_id = :other_talk where id = :" + turn,
                        "update turn set seq = 1000 where id = :" + turn,
                        "update turn set kind = 'told', speaker_id = null, exactness = null where id = :" + turn,
                        "delete from evidence where turn_id = :" + turn,
                        "update evidence set seal = '\\x00' where turn_id = :" + turn,
                        "update evidence set exactness = 'word_for_word' where turn_id = :" + turn));
        return Stream.concat(everyTurn, Stream.of(waysToUnlink(), waysToUndo()).flatMap(s -> s));
    }

    private static Stream<String> waysToUnlink() {
        return Stream.of(
                "update turn set speaker_id = :stranger where id = :stated",
                "update turn set speaker_id = :stranger where id = :ask",
                "update turn set exactness = 'word_for_word' where id = :stated",
                "update turn set kind = 'responded' where id = :question",
                "update turn set kind = 'asked' where id = :response",
                "update turn set kind = 'told' where id = :response",
                "update turn set kind = 'told' where id = :question",
                "delete from answer where question_id = :question",
                "update answer set heard_id = :mentioned where question_id = :question",
                "update answer set question_id = :unanswered where question_id = :question",
                "delete from reply where response_id = :response",
                "update reply set heard_id = :mentioned where response_id = :response",
                "update reply set response_id = :unnamed where response_id = :response",
                "delete from need_turn where heard_id = :stated",
                "delete from need_turn where heard_id = :answer",
                "delete from need_turn where heard_id = :answered",
                "delete from need_turn where heard_id = :reaction",
                "delete from need_turn where heard_id = :yes",
                "update need_turn set states = false where heard_id = :stated",
                "update need_turn set need_id = :other_need where heard_id = :answer",
                "update need_turn set heard_id = :unmarked where heard_id = :answer",
                "update need_turn set speaker_id = :petra where heard_id = :stated",
                "delete from turn_mark where turn_id = :ask",
                "update turn_mark set kind = 'reaction' where turn_id = :ask",
                "delete from need_person where need_id = :need and contact_id = :helen",
                "update need_person set contact_id = :stranger where need_id = :need and contact_id = :petra",
                "delete from participant where contact_id = :helen",
                "delete from need_confirmation where id = :confirmation",
                "update need_confirmation set verdict = 'not_quite' where id = :confirmation",
                "update need_cost set low = 90000 where id = :cost",
                "delete from need_cost where id = :cost",
                "update solution set their_part = 'Everything' where id = :solution",
                "delete from need where id = :need",
                "delete from contact where id = :helen",
                "delete from conversation where id = :talk");
    }

    private static Stream<String> waysToUndo() {
        return Stream.of(
                "delete from offer_need where offer_id = :offer",
                "update offer_need set heard_id = :mentioned where offer_id = :offer",
                "update offer_need set contact_id = :petra where offer_id = :offer",
                "delete from offer where id = :offer",
                "update offer set id = gen_random_uuid() where id = :offer",
                "update offer set contact_id = :stranger where id = :offer",
                "update offer set need_id = :other_need where id = :offer",
                "update offer set recorded_at = now() - interval '1 year' where id = :offer",
                "update offer set pulled = false, asked_turn = null, asked_by = null, push_reason = 'No' where id = :offer",
                "update offer set state = 'sent' where id = :offer",
                "update offer set state = 'sent', sent_at = now() where id = :offer",
                "update offer set state = 'decided' where id = :offer",
                "update offer_verdict set met = true where offer_id = :offer",
                "delete from offer_verdict where offer_id = :offer",
                "insert into offer_verdict (offer_id, need_id, rule, demand, met) values (:offer, :need, 'cost_known',"
                        + " 'required', false)",
                "insert into offer_verdict (offer_id, need_id, rule, demand, met) values (:offer, :need, 'need_heard',"
                        + " 'always', false)",
                "insert into decision (id, offer_id, kind, on_day, noted_by) values (:event, :offer, 'yes', '2026-12-01', :user)");
    }

    @ParameterizedTest
    @MethodSource("waysToFalsify")
    void whatAnOfferStandsOnCannotBeChangedBy(String statement) throws SQLException {
        record(connection);
        String before = everything();

        assertRefused(() -> alone(rival, statement));
        assertRefused(() -> deferring(rival, statement));

        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update offer set title = 'Another' where id = :offer",
                "update offer set scope = 'Less' where id = :offer",
                "update offer set currency = 'USD' where id = :offer",
                "update offer set price_once = price_once + 1 where id = :offer",
                "update offer set price_month = 1 where id = :offer",
                "update offer set price_year = 1 where id = :offer",
                "update offer set valid_until = valid_until + 1 where id = :offer",
                "update offer set state = 'draft', sent_at = null where id = :offer",
                "update offer set sent_at = null where id = :offer",
                "update offer_sent set terms_seal = 'x' where offer_id = :offer",
                "delete from offer_sent where offer_id = :offer",
            })
    void whatWasSentCannotBeEdited(String statement) throws SQLException {
        record(connection);
        send(connection);
        String before = everything();

        assertRefused(() -> alone(rival, statement));
        assertRefused(() -> deferring(rival, statement));

        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table offer_need drop constraint offer_need_pkey",
                "alter table offer_need disable trigger all",
                "alter table turn disable trigger user",
                "alter table offer alter constraint offer_id_need_id_fkey not enforced",
                "alter table turn alter column seal drop not null",
                "alter table offer_need alter column heard_id drop not null",
                "truncate evidence cascade",
                "truncate offer_need",
                "truncate answer, reply",
                "drop table offer_need",
                "drop table evidence cascade",
                "drop index offer_need_pkey",
                "set session_replication_role = replica",
                "set local session_replication_role = replica",
                "set role %s",
                "create rule anything as on delete to evidence do instead nothing",
                "create trigger anything before delete on turn execute function suppress_redundant_updates_trigger()",
                "update pg_catalog.pg_constraint set convalidated = false, conenforced = false",
                "update pg_catalog.pg_trigger set tgenabled = 'D'",
            })
    void noConstraintCanBeSwitchedOff(String statement) throws SQLException {
        record(connection);
        String before = everything();

        String withTheOwnersName = statement.replace("%s", database.owner().username());
        assertRefused(() -> GateScene.on(rival).sql(withTheOwnersName).update());

        assertThat(everything()).isEqualTo(before);
    }

    /** PostgreSQL answers this with a warning only; it gives nothing away all the same. */
    @Test
    void nobodyGivesThemselvesRights() throws SQLException {
        record(connection);
        GateScene.on(rival)
                .sql("grant update, delete on evidence to attune_app")
                .update();

        assertRefused(() -> alone(rival, "delete from evidence where turn_id = :stated"));
    }

    static Stream<String> waysToFalsifyBeforehand() {
        return Stream.of(
                "update turn set words = 'reworded', seal = sha256(salt || convert_to('reworded', 'UTF8')) where id = :stated",
                "update turn set words = 'reworded', seal = sha256(salt || convert_to('reworded', 'UTF8')) where id = :question",
                "update turn set words = 'reworded', seal = sha256(salt || convert_to('reworded', 'UTF8')) where id = :response",
                "update turn set words = 'reworded', seal = sha256(salt || convert_to('reworded', 'UTF8')) where id = :yes",
                "update turn set exactness = 'word_for_word' where id = :stated",
                "with gone as (delete from answer where question_id = :question) update turn set kind = 'told' where id = :question",
                "delete from answer where question_id = :question",
                "update answer set heard_id = :mentioned where question_id = :question",
                "delete from reply where response_id = :response",
                "update reply set heard_id = :mentioned where response_id = :response",
                "delete from need_turn where heard_id = :stated",
                "delete from need_turn where heard_id = :answered",
                "delete from need_turn where heard_id = :reaction",
                "update need_turn set states = false where heard_id = :stated",
                "delete from turn_mark where turn_id = :ask",
                "with a as (delete from answer where heard_id = :answer), n as (delete from need_turn where heard_id = :answer) delete from turn where id = :answer",
                "with r as (delete from reply where response_id = :response) delete from turn where id = :response",
                "with n as (delete from turn_mark where turn_id = :ask) delete from turn where id = :ask",
                "with m as (insert into need_person (need_id, contact_id) values (:other_need, :petra)) update need_turn set need_id = :other_need where heard_id = :answer");
    }

    @ParameterizedTest
    @MethodSource("waysToFalsifyBeforehand")
    void isRefusedWhenItComesWhileAnOfferIsBeingRecorded(String statement) throws Exception {
        begin(connection);
        recordWithin(connection, Map.of());

        CompletableFuture<Void> falsifying = meanwhile(() -> deferring(rival, statement));
        waitUntilItWaits(rival, falsifying);
        connection.commit();

        assertRefused(() -> finish(falsifying));
        assertThat(offers()).isEqualTo(1);
        assertThat(offersThatHold()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("waysToFalsifyBeforehand")
    void keepsAnOfferFromBeingRecordedWhenItCameFirst(String statement) throws Exception {
        begin(rival);
        GateScene.on(rival).sql(statement).params(scene.names()).update();

        CompletableFuture<Void> recording = meanwhile(() -> record(connection));
        waitUntilItWaits(connection, recording);
        rival.commit();

        assertRefused(() -> finish(recording));
        assertThat(offers()).isZero();
    }

    @ParameterizedTest
    @MethodSource("waysToFalsifyBeforehand")
    void leavesTheOfferAloneWhenItIsTakenBack(String statement) throws Exception {
        begin(rival);
        GateScene.on(rival).sql(statement).params(scene.names()).update();

        CompletableFuture<Void> recording = meanwhile(() -> record(connection));
        waitUntilItWaits(connection, recording);
        rival.rollback();

        finish(recording);
        assertThat(offersThatHold()).isEqualTo(1);
    }

    @Test
    void peopleCanBeMergedAfterwards() throws SQLException {
        record(connection);

        merge(rival, "helen", "petra");

        assertThat(offersThatHold()).isEqualTo(1);
        assertThat(speakerOf("stated")).isEqualTo(scene.id("petra"));
        assertThat(contactOfOffer()).isEqualTo(scene.id("petra"));
    }

    @Test
    void peopleCanBeMergedIntoSomebodyNewToTheNeed() throws SQLException {
        record(connection);

        merge(rival, "helen", "merged");

        assertThat(offersThatHold()).isEqualTo(1);
        assertThat(contactOfOffer()).isEqualTo(scene.id("merged"));
    }

    @Test
    void aMergeThatComesWhileAnOfferIsBeingRecordedTakesTheOfferAlong() throws Exception {
        begin(connection);
        recordWithin(connection, Map.of());

        CompletableFuture<Void> merging = meanwhile(() -> merge(rival, "helen", "petra"));
        waitUntilItWaits(rival, merging);
        connection.commit();
        finish(merging);

        assertThat(offersThatHold()).isEqualTo(1);
        assertThat(contactOfOffer()).isEqualTo(scene.id("petra"));
    }

    @Test
    void anOfferToSomebodyWhoIsBeingMergedAwayIsNotRecorded() throws Exception {
        begin(rival);
        mergeWithin(rival, "helen", "petra");

        CompletableFuture<Void> recording = meanwhile(() -> record(connection));
        waitUntilItWaits(connection, recording);
        rival.commit();

        assertRefused(() -> finish(recording));
        assertThat(offers()).isZero();
    }

    @Test
    void anOfferToTheOneWhoStaysIsRecordedAfterTheMerge() throws Exception {
        begin(rival);
        mergeWithin(rival, "petra", "helen");

        CompletableFuture<Void> recording = meanwhile(() -> record(connection));
        waitUntilItWaits(connection, recording);
        rival.commit();
        finish(recording);

        assertThat(offersThatHold()).isEqualTo(1);
    }

    @Test
    void wordsCanBeErasedAndNeverForgedAfterwards() throws SQLException {
        record(connection);

        GateScene.EVIDENCE.forEach(turn -> erase(rival, turn));

        assertThat(offersThatHold()).isEqualTo(1);
        assertThat(wordsOf("stated")).isNull();
        assertRefused(() ->
                alone(rival, "update turn set words = 'forged', salt = '\\x01', erased_at = null where id = :stated"));
        assertRefused(() -> alone(rival, """
                update turn set words = 'forged', salt = '\\x01', erased_at = null,
                  seal = sha256('\\x01'::bytea || convert_to('forged', 'UTF8')) where id = :stated"""));
        assertThat(wordsOf("stated")).isNull();
    }

    @Test
    void erasureAndRecordingDoNotWaitForEachOther() throws SQLException {
        begin(connection);
        recordWithin(connection, Map.of());
        GateScene.on(rival).sql("set lock_timeout = '2s'").update();
        erase(rival, "stated");
        connection.commit();

        assertThat(offersThatHold()).isEqualTo(1);
        assertThat(wordsOf("stated")).isNull();
    }

    @Test
    void aPersonIsErasedWhileAnOfferToThemIsBeingRecorded() throws SQLException {
        begin(connection);
        recordWithin(connection, Map.of());
        GateScene.on(rival).sql("set lock_timeout = '2s'").update();
        erasePerson(rival, "helen");
        connection.commit();

        assertThat(offersThatHold()).isEqualTo(1);
    }

    @Test
    void anOfferIsRecordedWhileThePersonIsBeingErased() throws SQLException {
        begin(rival);
        erasePerson(rival, "helen");
        GateScene.on(connection).sql("set lock_timeout = '2s'").update();
        record(connection);
        rival.commit();

        assertThat(offersThatHold()).isEqualTo(1);
    }

    @Test
    void aMergeWaitsForWhoeverErasesAndBothHold() throws Exception {
        record(connection);
        begin(rival);
        erasePerson(rival, "petra");
        CompletableFuture<Void> merging = meanwhile(() -> merge(connection, "petra", "helen"));
        rival.commit();
        finish(merging);

        assertThat(offersThatHold()).isEqualTo(1);
    }

    @Test
    void anOfferIsRecordedWhileItsWordsAreBeingErased() throws SQLException {
        begin(rival);
        erase(rival, "answer");
        GateScene.on(connection).sql("set lock_timeout = '2s'").update();
        record(connection);
        rival.commit();

        assertThat(offersThatHold()).isEqualTo(1);
        assertThat(wordsOf("answer")).isNull();
    }

    // ---- what is tried

    private void record(Connection on) throws SQLException {
        record(on, Map.of());
    }

    private void record(Connection on, Map<String, String> replaced) throws SQLException {
        begin(on);
        inOneGo(on, () -> recordWithin(on, replaced));
    }

    private void recordDeferring(Connection on, Map<String, String> replaced) throws SQLException {
        begin(on);
        inOneGo(on, () -> {
            GateScene.on(on).sql("set constraints all deferred").update();
            recordWithin(on, replaced);
        });
    }

    private void recordWithin(Connection on, Map<String, String> replaced) {
        Map<String, @Nullable Object> names = scene.names(replaced);
        names.putIfAbsent("contact", scene.id("helen"));
        names.putIfAbsent("asked_by", scene.id("helen"));
        JdbcClient jdbc = GateScene.on(on);
        for (String statement : RECORD.split(";\n")) {
            jdbc.sql(statement).params(names).update();
        }
    }

    private void send(Connection on) throws SQLException {
        begin(on);
        inOneGo(on, () -> {
            JdbcClient jdbc = GateScene.on(on);
            jdbc.sql("update offer set state = 'sent', sent_at = now() where id = :offer")
                    .params(scene.names())
                    .update();
            jdbc.sql("insert into offer_sent select id, terms_seal, sent_at, :user from offer where id = :offer")
                    .params(scene.names())
                    .update();
        });
    }

    private void alone(Connection on, String statement) throws SQLException {
        begin(on);
        inOneGo(on, () -> GateScene.on(on).sql(statement).params(scene.names()).update());
    }

    private void deferring(Connection on, String statement) throws SQLException {
        begin(on);
        inOneGo(on, () -> {
            JdbcClient jdbc = GateScene.on(on);
            jdbc.sql("set constraints all deferred").update();
            jdbc.sql(statement).params(scene.names()).update();
        });
    }

    /** As the modules do it when they follow a merge. */
    private void merge(Connection on, String absorbed, String kept) throws SQLException {
        begin(on);
        inOneGo(on, () -> mergeWithin(on, absorbed, kept));
    }

    private void mergeWithin(Connection on, String absorbed, String kept) {
        Map<String, @Nullable Object> names = scene.names();
        names.put("absorbed", scene.id(absorbed));
        names.put("kept", scene.id(kept));
        JdbcClient jdbc = GateScene.on(on);
        for (String statement : List.of(
                "set constraints all deferred",
                """
                insert into participant (conversation_id, contact_id)
                select conversation_id, :kept from participant where contact_id = :absorbed on conflict do nothing""",
                """
                insert into need_person (need_id, contact_id)
                select need_id, :kept from need_person where contact_id = :absorbed on conflict do nothing""",
                "update turn set speaker_id = :kept where speaker_id = :absorbed",
                "update offer set contact_id = :kept where contact_id = :absorbed",
                "update conversation set lead_id = :kept where lead_id = :absorbed",
                "delete from participant where contact_id = :absorbed",
                "delete from need_person where contact_id = :absorbed",
                "update contact set merged_into = :kept where id = :absorbed")) {
            jdbc.sql(statement).params(names).update();
        }
    }

    private void erasePerson(Connection on, String person) {
        GateScene.on(on)
                .sql("select erase_person(uuidv7(), :" + person + ", 'on_request', 'Asked by letter', null)")
                .params(scene.names())
                .query(row -> {});
    }

    private void erase(Connection on, String turn) {
        GateScene.on(on)
                .sql("update turn set words = null, salt = null, erased_at = now() where id = :" + turn)
                .params(scene.names())
                .update();
    }

    // ---- what is seen

    private long offers() {
        return ask(jdbc -> jdbc.sql("select count(*) from offer where id = :offer")
                .params(scene.names())
                .query(Long.class)
                .single());
    }

    /** Offers of this scene for which the three hard rules hold, asked without trusting any constraint. */
    private long offersThatHold() {
        return ask(jdbc -> jdbc.sql(HardRules.OFFERS_THAT_HOLD + " and o.id = :offer")
                .params(scene.names())
                .query(Long.class)
                .single());
    }

    private String everything() {
        return ask(jdbc -> String.join(
                "\n", jdbc.sql("""
                        select to_jsonb(t)::text from turn t where conversation_id = :talk
                        union all select to_jsonb(e)::text from evidence e join turn t on t.id = e.turn_id where t.conversation_id = :talk
                        union all select to_jsonb(a)::text from answer a join turn t on t.id = a.heard_id where t.conversation_id = :talk
                        union all select to_jsonb(r)::text from reply r join turn t on t.id = r.heard_id where t.conversation_id = :talk
                        union all select to_jsonb(n)::text from need_turn n where n.need_id = :need
                        union all select to_jsonb(p)::text from need_person p where p.need_id = :need
                        union all select to_jsonb(m)::text from turn_mark m where m.turn_id = :ask
                        union all select to_jsonb(o)::text from offer o where o.id = :offer
                        union all select to_jsonb(n)::text from offer_need n where n.offer_id = :offer
                        union all select to_jsonb(v)::text from offer_verdict v where v.offer_id = :offer
                        union all select to_jsonb(s)::text from offer_sent s where s.offer_id = :offer
                        order by 1""").params(scene.names()).query(String.class).list()));
    }

    private @Nullable Object speakerOf(String turn) {
        return ask(jdbc -> jdbc.sql("select speaker_id from turn where id = :" + turn)
                .params(scene.names())
                .query()
                .singleValue());
    }

    private @Nullable Object contactOfOffer() {
        return ask(jdbc -> jdbc.sql("select contact_id from offer_need where offer_id = :offer")
                .params(scene.names())
                .query()
                .singleValue());
    }

    private @Nullable Object wordsOf(String turn) {
        return ask(jdbc -> jdbc.sql("select words from turn where id = :" + turn)
                .params(scene.names())
                .query()
                .singleRow()
                .get("words"));
    }

    private <T extends @Nullable Object> T ask(Function<JdbcClient, T> question) {
        return question.apply(GateScene.on(watch));
    }

    // ---- how two of them run at once

    private static void begin(Connection on) throws SQLException {
        on.setAutoCommit(false);
    }

    private static void inOneGo(Connection on, Runnable statements) throws SQLException {
        try {
            statements.run();
            on.commit();
        } finally {
            on.rollback();
            on.setAutoCommit(true);
        }
    }

    private interface Deed {
        void run() throws SQLException;
    }

    private static CompletableFuture<Void> meanwhile(Deed deed) {
        return CompletableFuture.runAsync(() -> {
            try {
                deed.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void finish(CompletableFuture<Void> deed) throws Exception {
        deed.get(10, TimeUnit.SECONDS);
    }

    /** Looks at PostgreSQL's own account of who waits for a lock, until the other one does. */
    private static void waitUntilItWaits(Connection other, CompletableFuture<Void> deed) throws SQLException {
        int backend = other.unwrap(PGConnection.class).getBackendPID();
        boolean waits = false;
        while (!waits) {
            assertThat(deed).as("it should have had to wait").isNotDone();
            waits = GateScene.on(watch)
                    .sql("select cardinality(pg_blocking_pids(:backend)) > 0")
                    .param("backend", backend)
                    .query(Boolean.class)
                    .single();
        }
    }

    private static void assertRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).satisfies((Consumer<Throwable>)
                thrown -> assertThat(sqlState(thrown)).isIn(REFUSALS));
    }

    private static String sqlState(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return thrown.toString();
    }
}
