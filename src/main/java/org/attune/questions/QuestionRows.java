package org.attune.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the bank is kept. */
@Component
class QuestionRows {

    private final JdbcClient jdbc;

    QuestionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<KeptQuestion> all() {
        return jdbc.sql("""
                        select * from question
                         order by gap, stage_key, language, retired_at nulls first, position, id""").query(QuestionRows::kept).list();
    }

    Optional<KeptQuestion> find(UUID id) {
        return jdbc.sql("select * from question where id = :id")
                .param("id", id)
                .query(QuestionRows::kept)
                .optional();
    }

    Optional<KeptQuestion> locked(UUID id) {
        return jdbc.sql("select * from question where id = :id for update")
                .param("id", id)
                .query(QuestionRows::kept)
                .optional();
    }

    List<WordingView> wordings(UUID question, Map<Integer, Asked> asked) {
        return jdbc.sql("""
                        select w.number, w.words, w.written_at, u.name
                          from question_wording w left join app_user u on u.id = w.written_by
                         where w.question_id = :question order by w.number desc""")
                .param("question", question)
                .query((row, n) -> new WordingView(
                        row.getInt("number"),
                        row.getString("words"),
                        row.getString("name"),
                        row.getTimestamp("written_at").toInstant(),
                        asked.getOrDefault(row.getInt("number"), Asked.NEVER)))
                .list();
    }

    boolean isOnThePath(String stage) {
        return jdbc.sql("select exists (select from stage_in_force where key = :stage)")
                .param("stage", stage)
                .query(Boolean.class)
                .single();
    }

    List<UUID> inForce(QuestionPlace place, Language language) {
        return ids("", place, language);
    }

    /** In their order; nobody else moves one until this transaction is over. */
    List<UUID> lockedOrder(QuestionPlace place, Language language) {
        return new ArrayList<>(ids("for update", place, language));
    }

    private List<UUID> ids(String how, QuestionPlace place, Language language) {
        return jdbc.sql("""
                        select id from question
                         where gap is not distinct from :gap and stage_key is not distinct from :stage
                           and language = :language and retired_at is null
                         order by position, id\s""" + how)
                .param("gap", place.gapCode())
                .param("stage", place.stage())
                .param("language", language.code())
                .query((row, n) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    void add(AddQuestion add, String words, UUID by, Instant at) {
        jdbc.sql("""
                        insert into question (id, gap, stage_key, language, position, number, words, created_by, created_at)
                        select :id, :gap, :stage, :language, coalesce(max(q.position), 0) + 1, 1, :words, :by, :at
                          from question q
                         where q.gap is not distinct from :gap and q.stage_key is not distinct from :stage
                           and q.language = :language""")
                .param("id", add.id())
                .param("gap", add.place().gapCode())
                .param("stage", add.place().stage())
                .param("language", add.language().code())
                .param("words", words)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
        word(add.id(), 1, words, by, at);
    }

    void reword(KeptQuestion now, String words, UUID by, Instant at) {
        jdbc.sql("""
                        update question set words = :words, number = number + 1, version = version + 1 where id = :id""").param("words", words).param("id", now.id()).update();
        word(now.id(), now.number() + 1, words, by, at);
    }

    private void word(UUID question, int number, String words, UUID by, Instant at) {
        jdbc.sql("""
                        insert into question_wording (question_id, number, words, written_by, written_at)
                        values (:question, :number, :words, :by, :at)""")
                .param("question", question)
                .param("number", number)
                .param("words", words)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    void order(List<UUID> order) {
        jdbc.sql("""
                        update question q set position = o.place
                          from unnest(:order::uuid[]) with ordinality o (id, place)
                         where q.id = o.id and q.position <> o.place""").param("order", order.toArray(UUID[]::new)).update();
    }

    void retire(UUID id, Instant at) {
        jdbc.sql("update question set retired_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void restore(UUID id, int position) {
        jdbc.sql("update question set retired_at = null, position = :position where id = :id")
                .param("position", position)
                .param("id", id)
                .update();
    }

    static KeptQuestion asked(KeptQuestion one, Asked asked) {
        return new KeptQuestion(
                one.id(),
                one.place(),
                one.language(),
                one.words(),
                one.number(),
                one.version(),
                one.retiredAt(),
                asked,
                one.remarks());
    }

    private static KeptQuestion kept(ResultSet row, int n) throws SQLException {
        Language language = Language.known(row.getString("language")).orElseThrow();
        Timestamp retired = row.getTimestamp("retired_at");
        return new KeptQuestion(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Questions.place(row),
                language,
                row.getString("words"),
                row.getInt("number"),
                row.getInt("version"),
                retired == null ? null : retired.toInstant(),
                Asked.NEVER,
                Listening.remarks(row.getString("words"), language));
    }
}
