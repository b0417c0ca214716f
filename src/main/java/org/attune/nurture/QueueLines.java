package org.attune.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.library.Fit;
import org.attune.library.Fitting;
import org.attune.library.WhomToHelp;
import org.attune.nurture.QueueLine.LastTouch;
import org.attune.nurture.Suggestion.Kind;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands beside those in the queue: what it comes from, what was last done for them, and what would help. Words are theirs and
 * heard, neither personal nor sensitive, and only where the viewer may read them. What of the library would help says
 * {@link Fitting}. Three statements, however many they are; one at a glance.
 */
@Component
class QueueLines {

    private static final String OPEN_WORDS = """
            t.kind = 'heard' and t.words is not null
               and not exists (select from turn_mark k where k.turn_id = t.id and k.kind in ('personal', 'sensitive'))""";

    private static final String BESIDE = """
            select c.id, y.name as company, u.name as owner, h.kind as touch, h.happened_at as touch_at, h.reaction,
                   coalesce(s.why, d.reason) as words, d.reason is not null as theirs,
                   a.title as asked, l.words as last_words, l.exactness as last_exactness, l.seq as last_seq,
                   l.conversation_id as last_talk, l.said_at as last_at, o.words as thread_words, o.exactness as thread_exactness,
                   o.seq as thread_seq, o.conversation_id as thread_talk, o.said_at as thread_at
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
             where c.id = any (:ids)
            """.formatted(OPEN_WORDS);

    private final JdbcClient jdbc;

    private final Fitting fitting;

    QueueLines(JdbcClient jdbc, Fitting fitting) {
        this.jdbc = jdbc;
        this.fitting = fitting;
    }

    private record Beside(
            ContactId contact,
            @Nullable String company,
            String owner,
            @Nullable String words,
            boolean theirs,
            @Nullable String lastTalk,
            @Nullable LastTouch touch,
            @Nullable String asked,
            Suggestion freely) {}

    /** With what would help. */
    List<QueueLine> of(Viewer viewer, List<ListedContact> listed) {
        Map<ContactId, List<Fit>> fits = fitting.toEach(
                viewer,
                listed.stream()
                        .map(one -> new WhomToHelp(one.contact(), asks(one) ? one.about() : null))
                        .toList());
        Map<ContactId, Beside> beside = beside(viewer, listed);
        return listed.stream()
                .map(one -> {
                    Beside near = Objects.requireNonNull(beside.get(one.contact()));
                    return line(one, near, help(one, near, fits.getOrDefault(one.contact(), List.of())));
                })
                .toList();
    }

    /** Without. */
    List<QueueLine> atAGlance(Viewer viewer, List<ListedContact> listed) {
        Map<ContactId, Beside> beside = beside(viewer, listed);
        return listed.stream()
                .map(one -> line(one, Objects.requireNonNull(beside.get(one.contact())), Suggestion.hello()))
                .toList();
    }

    private Map<ContactId, Beside> beside(Viewer viewer, List<ListedContact> listed) {
        return jdbc
                .sql(BESIDE)
                .param("viewer", viewer.uuid())
                .param("ids", listed.stream().map(one -> one.contact().value()).toArray(UUID[]::new))
                .query(QueueLines::beside)
                .list()
                .stream()
                .collect(Collectors.toMap(Beside::contact, Function.identity()));
    }

    private static boolean asks(ListedContact one) {
        return one.why() == QueueWhy.WANTS_TO_KNOW;
    }

    /** An answer where there is a question; else what fits best; else what costs nothing. */
    private static Suggestion help(ListedContact one, Beside beside, List<Fit> fits) {
        if (asks(one)) {
            String asked = Objects.requireNonNullElse(beside.asked(), "");
            return fits.stream()
                    .filter(fit -> !fit.isStory())
                    .findFirst()
                    .map(fit -> Suggestion.answer(asked, fit))
                    .orElseGet(() -> Suggestion.findOut(asked));
        }
        return fits.stream().findFirst().map(Suggestion::give).orElse(beside.freely());
    }

    private static QueueLine line(ListedContact one, Beside beside, Suggestion suggestion) {
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
                suggestion);
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
                row.getString("asked"),
                freely(row));
    }

    private static @Nullable LastTouch touch(ResultSet row) throws SQLException {
        String kind = row.getString("touch");
        return kind == null
                ? null
                : new LastTouch(kind, row.getTimestamp("touch_at").toInstant(), Reaction.of(row.getString("reaction")));
    }

    /** Where nothing of the library fits. */
    private static Suggestion freely(ResultSet row) throws SQLException {
        if (row.getString("thread_words") != null) {
            return about(row, Kind.ASK, "thread");
        }
        return row.getString("last_words") == null ? Suggestion.hello() : about(row, Kind.HOW_IT_WENT, "last");
    }

    private static Suggestion about(ResultSet row, Kind kind, String what) throws SQLException {
        return new Suggestion(
                kind,
                null,
                null,
                List.of(),
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
