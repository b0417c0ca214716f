package org.attune.voice;

import java.sql.Timestamp;
import java.util.List;
import org.attune.platform.KeysetPage;
import org.attune.voice.VoiceRows.After;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people want to know: their questions, and what was noted as such; whether it was answered, and with what. */
@Component
@Transactional(readOnly = true)
public class Questions {

    /** Each once, however many of those who were there the viewer sees. */
    private static final String ASKED = """
             from (select distinct m.turn_id, m.said_at, m.open
                     from voiced_marks(:viewer, 'question') m
                    where\s""" + VoiceFilter.narrowed("m.speaker_id", "m.day_team", "m.said_at") + ") q";

    private final JdbcClient jdbc;

    Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param asked how many; of these {@code open} were named by no response */
    public record Count(long asked, long open) {}

    public Count count(VoiceFilter filter) {
        return jdbc.sql("select count(*) as asked, count(*) filter (where q.open) as open " + ASKED)
                .params(filter.parameters())
                .query((row, n) -> new Count(row.getLong("asked"), row.getLong("open")))
                .single();
    }

    /** @param open only those without an answer */
    public KeysetPage<Question> page(VoiceFilter filter, boolean open, @Nullable String after, int size) {
        After from = After.parse(after);
        List<Question> rows = jdbc.sql("""
                        with page as materialized (
                          select q.turn_id %s where (q.said_at, q.turn_id) < (:afterAt, :afterId) and (q.open or not :open)
                           order by q.said_at desc, q.turn_id desc limit :most)
                        select %s, a.answered_at, a.title
                          from page p
                         cross join lateral (select v.* from voiced_turn(:viewer) v where v.id = p.turn_id offset 0) t %s
                          left join lateral (
                            select r.said_at as answered_at, coalesce(m.title, s.title) as title
                              from reply a join turn r on r.id = a.response_id
                              left join response_use u on u.response_id = r.id
                              left join seen_material_version(:viewer) w on w.id = u.material_version_id
                              left join material m on m.id = w.material_id
                              left join seen_story(:viewer) s on s.id = u.story_id
                             where a.heard_id = t.id
                             order by coalesce(m.title, s.title) is null, r.said_at, r.id limit 1) a on true
                         order by t.said_at desc, t.id desc""".formatted(ASKED, VoiceRows.COLUMNS, VoiceRows.WHO))
                .params(filter.parameters())
                .param("afterAt", Timestamp.from(from.at()))
                .param("afterId", from.id())
                .param("open", open)
                .param("most", size + 1)
                .query((row, n) -> {
                    Timestamp answered = row.getTimestamp("answered_at");
                    return new Question(
                            VoiceRows.turn(row, filter.viewer()),
                            answered == null ? null : answered.toInstant(),
                            row.getString("title"));
                })
                .list();
        return KeysetPage.of(rows, size, question -> question.turn().key());
    }
}
