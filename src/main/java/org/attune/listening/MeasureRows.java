package org.attune.listening;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was counted, one row for each conversation. */
@Component
class MeasureRows {

    private static final Map<String, ToIntFunction<Counts>> COUNTED = Map.ofEntries(
            entry("ourGoes", Counts::ourGoes),
            entry("theirGoes", Counts::theirGoes),
            entry("ourWords", Counts::ourWords),
            entry("theirWords", Counts::theirWords),
            entry("ourAsking", Counts::ourAsking),
            entry("theirAsking", Counts::theirAsking),
            entry("theirQuestions", Counts::theirQuestions),
            entry("takenUp", Counts::takenUp),
            entry("replies", Counts::replies),
            entry("acknowledged", Counts::acknowledged),
            entry("pushes", Counts::pushes),
            entry("playedBack", Counts::playedBack),
            entry("responses", Counts::responses),
            entry("longestRun", Counts::longestRun));

    private final JdbcClient jdbc;

    MeasureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void inOneTransaction(Collection<UUID> conversations, Consumer<Collection<UUID>> work) {
        work.accept(conversations);
    }

    /** Whoever changes something in the same conversation waits, and then counts what both of them did. */
    void lock(Collection<UUID> conversations) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtextextended('measure ' || id, 0))
                          from (select id from unnest(:ids::uuid[]) id order by id) ordered""").param("ids", conversations.toArray(UUID[]::new)).query(row -> {});
    }

    /** It goes on again: it is counted, and gone through, once it is over. */
    void remove(UUID conversation) {
        jdbc.sql("""
                        with again as (delete from marks_gone_through where conversation_id = :id)
                        delete from conversation_measure where conversation_id = :id""").param("id", conversation).update();
    }

    /** What was counted in a conversation that is over. */
    record Measured(UUID conversation, Counts counts, boolean complete, boolean goneThrough) {}

    /** All of them in one statement, however many. */
    void keep(List<Measured> measured) {
        jdbc.sql("""
                        insert into conversation_measure as m (conversation_id, complete, gone_through, our_goes, their_goes, our_words,
                               their_words, our_asking, their_asking, their_questions, taken_up, replies, acknowledged, pushes,
                               played_back, responses, longest_run, score)
                        select * from unnest(:ids::uuid[], :complete::boolean[], :goneThrough::boolean[], :ourGoes::int[],
                               :theirGoes::int[], :ourWords::int[], :theirWords::int[], :ourAsking::int[], :theirAsking::int[],
                               :theirQuestions::int[], :takenUp::int[], :replies::int[], :acknowledged::int[], :pushes::int[],
                               :playedBack::int[], :responses::int[], :longestRun::int[], :scores::numeric[])
                        on conflict (conversation_id) do update
                           set (complete, gone_through, our_goes, their_goes, our_words, their_words, our_asking, their_asking,
                                their_questions, taken_up, replies, acknowledged, pushes, played_back, responses, longest_run, score)
                             = (excluded.complete, excluded.gone_through, excluded.our_goes, excluded.their_goes, excluded.our_words,
                                excluded.their_words, excluded.our_asking, excluded.their_asking, excluded.their_questions,
                                excluded.taken_up, excluded.replies, excluded.acknowledged, excluded.pushes, excluded.played_back,
                                excluded.responses, excluded.longest_run, excluded.score)""").params(columns(measured)).update();
    }

    private static Map<String, Object> columns(List<Measured> measured) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("ids", measured.stream().map(Measured::conversation).toArray(UUID[]::new));
        columns.put("complete", measured.stream().map(Measured::complete).toArray(Boolean[]::new));
        columns.put("goneThrough", measured.stream().map(Measured::goneThrough).toArray(Boolean[]::new));
        COUNTED.forEach((name, count) -> columns.put(
                name,
                measured.stream().map(one -> count.applyAsInt(one.counts())).toArray(Integer[]::new)));
        columns.put("scores", measured.stream().map(MeasureRows::score).toArray(BigDecimal[]::new));
        return columns;
    }

    private static @Nullable BigDecimal score(Measured one) {
        return score(one.counts(), one.complete(), one.goneThrough());
    }

    private static @Nullable BigDecimal score(Counts counts, boolean complete, boolean goneThrough) {
        OptionalDouble score = Interest.of(counts, goneThrough).score();
        return complete && counts.areEnough() && score.isPresent()
                ? BigDecimal.valueOf(score.getAsDouble()).setScale(2, RoundingMode.HALF_EVEN)
                : null;
    }

    static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("our_goes"),
                row.getInt("their_goes"),
                row.getInt("our_words"),
                row.getInt("their_words"),
                row.getInt("our_asking"),
                row.getInt("their_asking"),
                row.getInt("their_questions"),
                row.getInt("taken_up"),
                row.getInt("replies"),
                row.getInt("acknowledged"),
                row.getInt("pushes"),
                row.getInt("played_back"),
                row.getInt("responses"),
                row.getInt("longest_run"));
    }
}
