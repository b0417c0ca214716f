package org.attune.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.nurture.QueueLine.LastTouch;
import org.attune.nurture.Suggestion.Kind;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands beside those in the queue: what it comes from, what was last done for them, and what would help. Words are theirs and
 * heard, neither personal nor sensitive, and only where the viewer may read them. Nothing is suggested that they were given before.
 * One statement, however many they are.
 */
@Component
class QueueLines {

    private static final String OPEN_WORDS = """
            t.kind = 'heard' and t.words is not null
               and not exists (select from turn_mark k where k.turn_id = t.id and k.kind in ('personal', 'sensitive'))""";

    /** From the newest theme somebody spoke of that something published is about. */
    private static final String BESIDE = """
            select c.id, y.name as company, u.name as owner, h.kind as touch, h.happened_at as touch_at, h.reaction,
                   coalesce(s.why, d.reason) as words, d.reason is not null as theirs,
                   a.id as asked_id, a.title as asked, l.words as last_words, l.exactness as last_exactness, l.seq as last_seq,
                   l.conversation_id as last_talk, l.said_at as last_at, o.words as thread_words, o.exactness as thread_exactness,
                   o.seq as thread_seq, o.conversation_id as thread_talk, o.said_at as thread_at,
                   f.id as answer_id, f.title as answer,
                   m.id as material_id, m.title as material, m.theme as material_theme, m.seq as material_seq,
                   m.conversation_id as material_talk, m.said_at as material_at,
                   e.id as story_id, e.title as story, e.theme as story_theme, e.seq as story_seq, e.conversation_id as story_talk,
                   e.said_at as story_at
              from seen_contact(:viewer) c
              join app_user u on u.id = c.owner_id
              left join company y on y.id = c.company_id
              left join nurture_due x on x.contact_id = c.id
              left join agreed_silence s on s.id = x.about and x.why in ('silence', 'not_now')
              left join lateral (
                select n.reason from decision n where n.offer_id = x.about and x.why = 'no' order by n.noted_at desc, n.id desc limit 1) d on true
              left join lateral (
                select t.* from touch t where t.contact_id = c.id order by t.happened_at desc, t.id desc limit 1) h on true
              left join lateral (
                select n.id, n.title from need n where n.id = x.about and x.why = 'wants_to_know') a on true
              left join lateral (
                select t.* from seen_turn(:viewer) t where t.speaker_id = c.id and %1$s
                 order by t.said_at desc, t.seq desc limit 1) l on true
              left join lateral (
                select t.* from seen_turn(:viewer) t join open_thread q on q.turn_id = t.id
                 where t.speaker_id = c.id and %1$s and q.picked_up_by_turn is null and q.let_go_at is null
                 order by t.said_at desc, t.seq desc limit 1) o on true
              left join lateral (
                select n.id, n.title from seen_material(:viewer) n
                 where a.id is not null and n.retired_at is null
                   and word_similarity(folded(a.title), folded(n.title || ' ' || n.purpose || ' ' || n.speaks_to)) >= 0.5
                   and exists (select from material_version v where v.material_id = n.id and v.published_at is not null)
                 order by word_similarity(folded(a.title), folded(n.title || ' ' || n.purpose || ' ' || n.speaks_to)) desc, n.id limit 1) f on true
              left join lateral (
                select n.id, n.title, z.name as theme, t.seq, t.conversation_id, t.said_at
                  from seen_turn(:viewer) t join turn_theme w on w.turn_id = t.id join theme b on b.id = w.theme_id
                  join theme z on z.id = b.stands_for
                  join material_theme j on j.theme_id in (b.id, z.id) join seen_material(:viewer) n on n.id = j.material_id
                 where t.speaker_id = c.id and %1$s and n.retired_at is null
                   and exists (select from material_version v where v.material_id = n.id and v.published_at is not null)
                   and not exists (select from touch g join material_version v on v.id = g.material_version_id
                                    where g.contact_id = c.id and v.material_id = n.id)
                 order by t.said_at desc, n.written_at desc, n.id limit 1) m on true
              left join lateral (
                select n.id, n.title, z.name as theme, t.seq, t.conversation_id, t.said_at
                  from seen_turn(:viewer) t join turn_theme w on w.turn_id = t.id join theme b on b.id = w.theme_id
                  join theme z on z.id = b.stands_for
                  join story_theme j on j.theme_id in (b.id, z.id) join seen_story(:viewer) n on n.id = j.story_id
                 where t.speaker_id = c.id and %1$s and n.retired_at is null and n.contact_id <> c.id
                   and exists (select from consent_of_story(n.id, :today) k where k.scope = 'written')
                   and not exists (select from touch g where g.contact_id = c.id and g.story_id = n.id)
                 order by t.said_at desc, n.written_at desc, n.id limit 1) e on true
             where c.id = any (:ids)
            """.formatted(OPEN_WORDS);

    private final JdbcClient jdbc;

    QueueLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Beside(
            ContactId contact,
            @Nullable String company,
            String owner,
            @Nullable String words,
            boolean theirs,
            @Nullable String lastTalk,
            @Nullable LastTouch touch,
            Suggestion suggestion) {}

    List<QueueLine> of(Viewer viewer, List<ListedContact> listed, LocalDate today) {
        UUID[] ids = listed.stream().map(one -> one.contact().value()).toArray(UUID[]::new);
        Map<ContactId, Beside> beside = jdbc
                .sql(BESIDE)
                .param("viewer", viewer.uuid())
                .param("ids", ids)
                .param("today", today)
                .query(QueueLines::beside)
                .list()
                .stream()
                .collect(Collectors.toMap(Beside::contact, Function.identity()));
        return listed.stream()
                .map(one -> line(one, Objects.requireNonNull(beside.get(one.contact()))))
                .toList();
    }

    private static QueueLine line(ListedContact one, Beside beside) {
        return new QueueLine(
                one.contact(),
                one.name(),
                beside.company(),
                one.owner(),
                beside.owner(),
                one.since(),
                one.why(),
                one.factOn(),
                beside.words(),
                beside.theirs(),
                evidence(one, beside),
                beside.touch(),
                beside.suggestion());
    }

    private static String evidence(ListedContact one, Beside beside) {
        return switch (one.why()) {
            case AFTER_SALE, NO -> "/offers/" + one.about();
            case NOT_A_FIT, WANTS_TO_KNOW -> "/needs/" + one.about();
            case RHYTHM ->
                beside.lastTalk() == null ? "/contacts/" + one.contact().value() + "#timeline" : beside.lastTalk();
            case SILENCE, NOT_NOW -> "/contacts/" + one.contact().value() + "/way-on";
            case NEVER -> "/contacts/" + one.contact().value();
        };
    }

    private static Beside beside(ResultSet row, int n) throws SQLException {
        return new Beside(
                new ContactId(row.getObject("id", UUID.class)),
                row.getString("company"),
                row.getString("owner"),
                row.getString("words"),
                row.getBoolean("theirs"),
                said(row, "last"),
                touch(row),
                suggestion(row));
    }

    private static @Nullable LastTouch touch(ResultSet row) throws SQLException {
        String kind = row.getString("touch");
        return kind == null
                ? null
                : new LastTouch(kind, row.getTimestamp("touch_at").toInstant(), Reaction.of(row.getString("reaction")));
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        if (row.getObject("asked_id") != null) {
            boolean known = row.getObject("answer_id") != null;
            return known
                    ? give(row, Kind.ANSWER, "answer", row.getString("asked"), "/library/materials/")
                    : new Suggestion(Kind.FIND_OUT, row.getString("asked"), null, null, null, null, null, null);
        }
        if (row.getObject("material_id") != null) {
            return give(row, Kind.MATERIAL, "material", row.getString("material_theme"), "/library/materials/");
        }
        if (row.getObject("story_id") != null) {
            return give(row, Kind.STORY, "story", row.getString("story_theme"), "/library/stories/");
        }
        if (row.getString("thread_words") != null) {
            return about(row, Kind.ASK, "thread");
        }
        return row.getString("last_words") == null ? Suggestion.hello() : about(row, Kind.HOW_IT_WENT, "last");
    }

    private static Suggestion give(ResultSet row, Kind kind, String what, @Nullable String theme, String path)
            throws SQLException {
        UUID id = row.getObject(what + "_id", UUID.class);
        boolean heard = kind != Kind.ANSWER;
        return new Suggestion(
                kind,
                row.getString(what),
                theme,
                null,
                null,
                heard ? instant(row, what + "_at") : null,
                heard ? said(row, what) : null,
                path + id);
    }

    private static Suggestion about(ResultSet row, Kind kind, String what) throws SQLException {
        return new Suggestion(
                kind,
                null,
                null,
                row.getString(what + "_words"),
                row.getString(what + "_exactness"),
                instant(row, what + "_at"),
                said(row, what),
                null);
    }

    private static @Nullable String said(ResultSet row, String what) throws SQLException {
        String talk = row.getString(what + "_talk");
        return talk == null ? null : "/conversations/" + talk + "#t" + row.getInt(what + "_seq");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
