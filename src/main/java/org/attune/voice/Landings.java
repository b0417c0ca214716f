package org.attune.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnRef;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.voice.VoiceRows.After;
import org.attune.voice.VoiceRows.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How materials, stories and responses landed: reactions noted at touches, and what was heard after a response that used them. How
 * something heard was meant is said by a person, never guessed.
 */
@Component
@Transactional
public class Landings {

    private static final int SHOWN = 200;

    /** What they said after a response of ours, each once, however many of those who were there the viewer sees. */
    private static final String HEARD = """
            heard as materialized (
              select distinct m.turn_id as row_id, true as heard, m.reaction, true as worded, m.said_at as at, m.speaker_id, m.response_id
                from voiced_marks(:viewer, 'reaction') m
               where m.response_id is not null and %s)
            """.formatted(VoiceFilter.narrowed("m.speaker_id", "m.day_team", "m.said_at"));

    private static final String TOUCHED =
            """
            touched as materialized (
              select x.touch_id as row_id, false as heard, x.reaction, x.worded, x.happened_at as at, x.contact_id as speaker_id,
                     x.material_version_id, x.story_id
                from seen_touch_reaction(:viewer) x where %s)
            """.formatted(VoiceFilter.narrowed("x.contact_id", "x.day_team", "x.happened_at"));

    private static final String ROW = "x.row_id, x.heard, x.reaction, x.worded, x.at, x.speaker_id";

    /** One row for each reaction to each thing. */
    private static final String REACTIONS = """
            with %2$s, %3$s,
            used as materialized (
              select u.material_version_id, u.story_id, %1$s from heard x join response_use u on u.response_id = x.response_id),
            reacted as materialized (
              select 'material' as kind, w.id as thing, i.title, w.number, %1$s
                from touched x join seen_material_version(:viewer) w on w.id = x.material_version_id join material i on i.id = w.material_id
              union all
              select 'story', s.id, s.title, null, %1$s from touched x join seen_story(:viewer) s on s.id = x.story_id
              union all
              select 'material', w.id, i.title, w.number, %1$s
                from used x join seen_material_version(:viewer) w on w.id = x.material_version_id join material i on i.id = w.material_id
              union all
              select 'story', s.id, s.title, null, %1$s from used x join seen_story(:viewer) s on s.id = x.story_id
              union all
              select 'response', f.id, q.words, null, %1$s
                from heard x
               cross join lateral (
                 select from (select 1) one
                  where exists (select from turn_alike a where a.turn_id = x.response_id)
                     or exists (select from turn_alike a where a.earlier_id = x.response_id) offset 0) alike
               cross join lateral (select y.words from seen_turn(:viewer) y where y.id = x.response_id offset 0) q
               cross join lateral (
                 with recursive alike (id) as (
                   select x.response_id union select a.earlier_id from turn_alike a join alike e on a.turn_id = e.id)
                 select id from alike order by id limit 1) f
               where q.words is not null
                 and (f.id <> x.response_id or exists (select from turn_alike a where a.earlier_id = x.response_id)))
            """.formatted(ROW, HEARD, TOUCHED);

    /** The words of one of them, {@code a}. */
    private static final String SAID = """
            left join lateral (
              select t.words, t.exactness, t.conversation_id, t.seq from turn t where a.heard and t.id = a.row_id
              union all
              select x.reaction_words, null, null, null from touch x where not a.heard and x.id = a.row_id) said on true
            """;

    private static final String PRESENT = """
            (select l.contact_id from participant l where l.conversation_id = t.conversation_id union all select t.speaker_id)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Landings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whatever got a reaction in these days, what got most first. What was said is looked up once it is known which: hence the fences. */
    @Transactional(readOnly = true)
    public List<Landing> of(VoiceFilter filter) {
        return jdbc.sql((REACTIONS + """
                        , given as (
                          select kind, thing, max(title) as title, max(number) as number,
                                 count(*) filter (where reaction = 'good') as good, count(*) filter (where reaction = 'none') as none,
                                 count(*) filter (where reaction = 'bad') as bad, count(*) filter (where reaction is null) as open
                            from reacted group by kind, thing
                           order by count(reaction) desc, max(title), thing limit :most),
                        latest as (
                          select distinct on (kind, thing) * from reacted where worded order by kind, thing, at desc, row_id desc)
                        select t.*, who.* from (
                          select a.kind, a.thing, a.title, a.number, a.good, a.none, a.bad, a.open, a.row_id, a.heard, a.reaction,
                                 said.words, said.exactness, a.at, a.speaker_id, said.conversation_id, said.seq
                            from (select g.*, l.row_id, l.heard, l.reaction, l.at, l.speaker_id
                                    from given g left join latest l on l.kind = g.kind and l.thing = g.thing offset 0) a
                            %s offset 0) t
                          left join lateral (select w.* from (select 1) one %s) who on true
                         order by t.good + t.none + t.bad desc, t.title, t.thing""")
                        .formatted(SAID, VoiceRows.who("t.speaker_id", PRESENT).replaceFirst("\\) who\\s*$", ") w")))
                .params(filter.parameters())
                .param("most", SHOWN)
                .query((row, n) -> landing(row, filter.viewer()))
                .list();
    }

    /** What is behind the figures of one of them, the latest first. */
    @Transactional(readOnly = true)
    public KeysetPage<Reaction> reactions(
            VoiceFilter filter, GivenKind kind, UUID thing, @Nullable String after, int size) {
        After from = After.parse(after);
        List<Reaction> rows = jdbc.sql((REACTIONS + """
                        select t.*, who.* from (
                          select a.row_id, a.heard, a.reaction, said.words, said.exactness, a.at, a.speaker_id, said.conversation_id, said.seq
                            from (select * from reacted
                                   where kind = :kind and thing = :thing and (at, row_id) < (:afterAt, :afterId)
                                   order by at desc, row_id desc limit :most) a %s) t
                          %s order by t.at desc, t.row_id desc""").formatted(SAID, VoiceRows.who("t.speaker_id", PRESENT)))
                .params(filter.parameters())
                .param("kind", kind.word())
                .param("thing", thing)
                .param("afterAt", Timestamp.from(from.at()))
                .param("afterId", from.id())
                .param("most", size + 1)
                .query((row, n) -> reaction(row, filter.viewer()))
                .list();
        return KeysetPage.of(rows, size, Reaction::key);
    }

    /**
     * Says how something that was heard was meant; said again it is what was said last.
     *
     * @param reaction good, none or bad
     */
    public void meant(Viewer viewer, TurnId turn, String reaction) {
        int said = jdbc.sql("""
                        insert into heard_reaction (turn_id, reaction, said_by, said_at)
                        select t.id, :reaction, :viewer, :at
                          from seen_turn(:viewer) t join turn_mark m on m.turn_id = t.id and m.kind = 'reaction'
                         where t.id = :turn and t.kind = 'heard'
                            on conflict (turn_id) do update set reaction = excluded.reaction, said_by = excluded.said_by,
                               said_at = excluded.said_at""")
                .param("viewer", viewer.uuid())
                .param("turn", turn.value())
                .param("reaction", reaction)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (said == 0) {
            throw new NotSeen("reaction " + turn.value());
        }
    }

    private static Landing landing(ResultSet row, Viewer viewer) throws SQLException {
        GivenKind kind = GivenKind.of(row.getString("kind")).orElseThrow();
        int number = row.getInt("number");
        @Nullable Integer version = row.wasNull() ? null : number;
        return new Landing(
                kind,
                Objects.requireNonNull(row.getObject("thing", UUID.class)),
                row.getString("title"),
                version,
                row.getLong("good"),
                row.getLong("none"),
                row.getLong("bad"),
                row.getLong("open"),
                row.getObject("row_id") == null ? null : reaction(row, viewer));
    }

    private static Reaction reaction(ResultSet row, Viewer viewer) throws SQLException {
        Who who = Who.of(row, viewer);
        UUID id = Objects.requireNonNull(row.getObject("row_id", UUID.class));
        Instant at = row.getTimestamp("at").toInstant();
        boolean heard = row.getBoolean("heard");
        @Nullable String words = row.getString("words");
        @Nullable String exactness = row.getString("exactness");
        return new Reaction(
                VoiceRows.key(at, id),
                id,
                heard,
                row.getString("reaction"),
                words == null ? null : who.said(words),
                exactness == null ? null : exactness.toUpperCase(Locale.ROOT),
                at,
                who.name(),
                who.role(),
                who.trade(),
                heard && who.isKnown() ? turn(row, id) : null);
    }

    private static TurnRef turn(ResultSet row, UUID id) throws SQLException {
        return new TurnRef(
                new TurnId(id),
                new ConversationId(Objects.requireNonNull(row.getObject("conversation_id", UUID.class))),
                row.getInt("seq"));
    }
}
