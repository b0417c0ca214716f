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

    private static final String ASKED = """
             from voiced_turn(:viewer) t join conversation v on v.id = t.conversation_id
            where (exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'their_question')
               or exists (select from need_turn n join need d on d.id = n.need_id
                           where n.heard_id = t.id and n.states and d.kind = 'wants_to_know')) and
            """ + VoiceFilter.narrowed("t.speaker_id", "v.team_id", "t.said_at");

    private final JdbcClient jdbc;

    Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param asked how many; of these {@code open} were named by no response */
    public record Count(long asked, long open) {}

    public Count count(VoiceFilter filter) {
        return jdbc.sql("""
                        select count(*) as asked,
                               count(*) filter (where not exists (select from reply r where r.heard_id = q.id)) as open
                          from (select t.id %s) q""".formatted(ASKED))
                .params(filter.parameters())
                .query((row, n) -> new Count(row.getLong("asked"), row.getLong("open")))
                .single();
    }

    /** @param open only those without an answer */
    public KeysetPage<Question> page(VoiceFilter filter, boolean open, @Nullable String after, int size) {
        After from = After.parse(after);
        List<Question> rows = jdbc.sql("""
                        with page as (
                          select t.id as turn_id %s and (t.said_at, t.id) < (:afterAt, :afterId)
                             and (not :open or not exists (select from reply r where r.heard_id = t.id))
                           order by t.said_at desc, t.id desc limit :most)
                        select %s, a.answered_at, a.title
                          from page p join voiced_turn(:viewer) t on t.id = p.turn_id %s
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
