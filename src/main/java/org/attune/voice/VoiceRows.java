package org.attune.voice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Exactness;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnRef;
import org.jspecify.annotations.Nullable;

/** How what somebody said is read from rows: with whoever said it, or without. The one place that decides. */
final class VoiceRows {

    /** Columns about turn {@code t} and its speaker; after it {@code from}, and the joins of {@link #WHO}. */
    static final String COLUMNS = """
             t.id, t.conversation_id, t.seq, t.words, t.exactness, t.said_at, who.*
            """;

    /** "Head of dispatch, dispatch" tells nobody more: a word of the title begins with the tag. */
    private static final String SAID_BY_THE_TITLE = """
            (position(' ' || btrim(regexp_replace(lower(g.tag), '[^[:alnum:]]+', ' ', 'g'))
                   in ' ' || regexp_replace(lower(coalesce(c.job_title, '')), '[^[:alnum:]]+', ' ', 'g')) > 0)""";

    /** Who said {@code t}: as much as the viewer sees, what can be told of anybody, and the names that could stand in their words. */
    static final String WHO =
            who("t.speaker_id", "(select p.contact_id from participant p where p.conversation_id = t.conversation_id)");

    private VoiceRows() {}

    /**
     * @param speaker whoever it was
     * @param present a sub-select of everybody who was there
     */
    static String who(String speaker, String present) {
        return """
                 cross join lateral (
                   select c.job_title, s.name, case when s.id is not null then k.name end as company,
                          s.id is not null as seen,
                          exists (select from story y cross join lateral consent_of_story(y.id, current_date) a
                                   where y.contact_id = c.id and y.retired_at is null and a.named) as named,
                          (select g.tag from contact_tag g
                            where g.contact_id = c.id
                              and not %3$s
                              and (select count(*) from (select from contact_tag o where o.tag = g.tag limit 3) several) = 3
                            order by g.tag limit 1) as trade,
                          array(select distinct n.name
                                  from (select o.given_name, o.family_name, o.company_id from contact o where o.id = any (array%2$s)
                                        union all
                                        select o.given_name, o.family_name, o.company_id from contact o
                                         where o.company_id = any (array(select w.company_id from contact w where w.id = any (array%2$s)))) x
                                  left join company q on q.id = x.company_id
                                 cross join lateral (values (x.given_name), (x.family_name), (q.name),
                                   (case when length(split_part(q.name, ' ', 1)) >= 4 then split_part(q.name, ' ', 1) end)) n (name)
                                 where n.name <> ''
                                 limit 2000) as names
                     from contact c
                     left join seen_contact(:viewer) s on s.id = c.id
                     left join company k on k.id = c.company_id
                    where c.id = %1$s) who
                """.formatted(speaker, present, SAID_BY_THE_TITLE);
    }

    /** What the viewer may know about who said something. */
    record Who(
            @Nullable String name,
            @Nullable String role,
            @Nullable String trade,
            @Nullable String company,
            List<String> names) {

        static Who of(ResultSet row, Viewer viewer) throws SQLException {
            return of(row, row.getBoolean("seen") && (viewer.hat() == Hat.SALES || row.getBoolean("named")));
        }

        static Who nameless(ResultSet row) throws SQLException {
            return of(row, false);
        }

        private static Who of(ResultSet row, boolean known) throws SQLException {
            List<String> names = texts(row.getArray("names"));
            @Nullable String role = row.getString("job_title");
            return new Who(
                    known ? row.getString("name") : null,
                    role == null || known ? role : Nameless.cut(role, names),
                    row.getString("trade"),
                    known ? row.getString("company") : null,
                    names);
        }

        boolean isKnown() {
            return name != null;
        }

        String said(String words) {
            return isKnown() ? words : Nameless.cut(words, names);
        }
    }

    static VoicedTurn turn(ResultSet row, Viewer viewer) throws SQLException {
        return turn(row, Who.of(row, viewer));
    }

    static VoicedTurn nameless(ResultSet row) throws SQLException {
        return turn(row, Who.nameless(row));
    }

    private static VoicedTurn turn(ResultSet row, Who who) throws SQLException {
        TurnId id = new TurnId(Objects.requireNonNull(row.getObject("id", UUID.class)));
        Instant saidAt = row.getTimestamp("said_at").toInstant();
        TurnRef at = new TurnRef(
                id,
                new ConversationId(Objects.requireNonNull(row.getObject("conversation_id", UUID.class))),
                row.getInt("seq"));
        return new VoicedTurn(
                key(saidAt, id.value()),
                who.said(row.getString("words")),
                Exactness.valueOf(row.getString("exactness").toUpperCase(Locale.ROOT)),
                saidAt,
                who.name(),
                who.role(),
                who.trade(),
                who.company(),
                who.isKnown() ? at : null);
    }

    static String key(Instant at, UUID id) {
        return at + "~" + id;
    }

    /** Where a page goes on. */
    record After(Instant at, UUID id) {

        private static final After START = new After(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        /** An address that somebody changed by hand begins at the start. */
        static After parse(@Nullable String key) {
            if (key == null || !key.contains("~")) {
                return START;
            }
            try {
                int between = key.indexOf('~');
                return new After(Instant.parse(key.substring(0, between)), UUID.fromString(key.substring(between + 1)));
            } catch (DateTimeParseException | IllegalArgumentException broken) {
                return START;
            }
        }
    }

    static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : new ArrayList<>(Arrays.asList((String[]) array.getArray()));
    }
}
