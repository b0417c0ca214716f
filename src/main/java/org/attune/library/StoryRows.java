package org.attune.library;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How stories are written down. */
@Component
class StoryRows {

    private final JdbcClient jdbc;

    StoryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new */
    boolean add(Viewer viewer, WriteStory write, StoryWords words, UUID team, Instant at) {
        return jdbc.sql("""
                        insert into story (id, title, contact_id, need_id, team_id, situation, found, result, language,
                               speaks_to, written_by, written_at)
                        values (:id, :title, :contact, :need, :team, :situation, :found, :result, :language, :speaks, :by, :at)
                        on conflict (id) do nothing""")
                        .param("id", write.id().value())
                        .param("contact", write.contact().value())
                        .param("need", write.need())
                        .param("team", team)
                        .params(said(words))
                        .param("by", viewer.uuid())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void reword(StoryId id, StoryWords words, Instant at) {
        jdbc.sql("""
                        update story set title = :title, situation = :situation, found = :found, result = :result,
                               language = :language, speaks_to = :speaks, reworded_at = :at, version = version + 1
                         where id = :id""")
                .params(said(words))
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    private static Map<String, Object> said(StoryWords words) {
        return Map.of(
                "title", words.title(),
                "situation", words.situation(),
                "found", words.found(),
                "result", words.result(),
                "language", words.language(),
                "speaks", words.speaksTo());
    }

    /** Nobody else changes it, notes a consent or withdraws one until this transaction is over; using it waits for nothing. */
    boolean lock(Viewer viewer, StoryId id) {
        return jdbc.sql("""
                        select s.id from story s
                         where s.id = :id and exists (select from tended_story(:viewer) t where t.id = s.id)
                           for no key update""")
                .param("id", id.value())
                .param("viewer", viewer.uuid())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void speaksOf(StoryId id, List<UUID> themes) {
        jdbc.sql("delete from story_theme where story_id = :id and not theme_id = any(:themes)")
                .param("id", id.value())
                .param("themes", themes.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        insert into story_theme (story_id, theme_id) select :id, unnest(:themes::uuid[])
                        on conflict do nothing""")
                .param("id", id.value())
                .param("themes", themes.toArray(UUID[]::new))
                .update();
    }

    /**
     * Takes their words over as they stand in the log. What the viewer may not pick is left out; what was picked by
     * somebody else and stays keeps its place.
     *
     * @return how many of these turns are among those that can be picked, or stood there before
     */
    int quote(Viewer viewer, StoryId id, List<UUID> turns) {
        UUID[] picked = turns.toArray(UUID[]::new);
        jdbc.sql("delete from story_turn where story_id = :id and not turn_id = any(:turns)")
                .param("id", id.value())
                .param("turns", picked)
                .update();
        jdbc.sql("""
                        insert into story_turn (story_id, turn_id, position, words, exactness)
                        select :id, t.id, array_position(:turns::uuid[], t.id), t.words, t.exactness
                          from seen_turn(:viewer) t where t.id = any(:turns) and %s
                        on conflict (story_id, turn_id) do update set position = excluded.position
                        """.formatted(PICKED))
                .param("id", id.value())
                .param("viewer", viewer.uuid())
                .param("turns", picked)
                .update();
        jdbc.sql("""
                        update story s set heard = (select coalesce(string_agg(x.words, e'\\n\\n' order by x.position), '')
                                                      from story_turn x where x.story_id = s.id)
                         where s.id = :id""").param("id", id.value()).update();
        return jdbc.sql("select count(*) from story_turn where story_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** What somebody said, and what may leave the people who work with them: nothing personal, sensitive or private. */
    static final String PICKED = """
            t.kind = 'heard' and t.exactness <> 'did' and char_length(t.words) between 1 and 3000
            and not exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('personal', 'sensitive'))
            and not exists (select from conversation v where v.id = t.conversation_id and v.visibility = 'private')
            and not exists (select from contact e where e.id = t.speaker_id and e.erasure_id is not null)""";

    boolean seesNeed(Viewer viewer, @Nullable UUID need) {
        return need == null
                || jdbc.sql("select exists (select from seen_need(:viewer) where id = :need)")
                        .param("viewer", viewer.uuid())
                        .param("need", need)
                        .query(Boolean.class)
                        .single();
    }

    void retire(Viewer viewer, StoryId id, Instant at) {
        jdbc.sql("""
                        update story set retired_at = :at, retired_by = :by, version = version + 1
                         where id = :id and retired_at is null""")
                .param("at", Timestamp.from(at))
                .param("by", viewer.uuid())
                .param("id", id.value())
                .update();
    }

    void restore(StoryId id) {
        jdbc.sql("""
                        update story set retired_at = null, retired_by = null, version = version + 1
                         where id = :id and retired_at is not null
                           and not exists (select from contact c where c.id = contact_id and c.erasure_id is not null)""").param("id", id.value()).update();
    }
}
