package org.attune.coaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The facts of somebody's own conversations, for their own eyes: where the organisation has them at all, without the first ten, and
 * only of complete logs, since otherwise they would be those of our notes. Months are those of the organisation's zone.
 */
@Component
@Transactional(readOnly = true)
public class OwnFacts {

    private static final int MONTHS = 12;
    private static final int TALKS = 100;

    private static final String COUNTED = """
              from figured_conversation(:viewer) v
              join conversation_measure m on m.conversation_id = v.id and m.complete
             cross join organisation z
             where v.owner_id = :viewer
            """;

    private static final String TALK = """
            select v.id, v.happened_at, m.*,
                   round(100.0 * m.their_words / nullif(m.their_words + m.our_words, 0))::int as share,
                   exists (select from seen_conversation(:viewer) s where s.id = v.id) as readable,
                   (select string_agg(c.name, ', ' order by c.sort_name, c.id) from participant p
                      join seen_contact(:viewer) c on c.id = p.contact_id where p.conversation_id = v.id) as people
            """;

    private static final String SHARE =
            "round(100.0 * sum(m.their_words) / nullif(sum(m.their_words + m.our_words), 0))::int";

    private final JdbcClient jdbc;

    OwnFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last twelve months in which there was something to count, the newest first, under either hat. */
    public List<MonthOfFacts> months(Viewer viewer) {
        return jdbc.sql(
                        "select v.hat, date_trunc('month', v.happened_at at time zone z.zone)::date as month, count(*) as talks, "
                                + SHARE
                                + """
                         as share, round(100.0 * sum(m.our_asking) / nullif(sum(m.our_goes), 0))::int as asked,
                               round(100.0 * sum(m.taken_up) / nullif(sum(m.their_questions), 0))::int as taken_up,
                               max(m.longest_run) as longest_run, sum(m.played_back) filter (where m.gone_through or m.played_back > 0)::int as played_back
                        """ + COUNTED + """
                           and v.happened_at > now() - make_interval(months => :months)
                         group by 1, 2 order by 2 desc, 1""")
                .param("viewer", viewer.uuid())
                .param("months", MONTHS)
                .query((row, n) -> month(row))
                .list();
    }

    /**
     * The conversations a month is made of, the newest first.
     *
     * @throws NotSeen where no calendar in use has such a month
     */
    public List<FactsOfTalk> talks(Viewer viewer, Hat hat, LocalDate month) {
        if (month.getYear() < 1900 || month.getYear() > 9999) {
            throw new NotSeen("month");
        }
        return jdbc.sql(TALK + COUNTED + """
                           and v.hat = :hat and date_trunc('month', v.happened_at at time zone z.zone)::date = :month
                         order by v.happened_at desc, v.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("hat", hat.name().toLowerCase(Locale.ROOT))
                .param("month", month.withDayOfMonth(1))
                .param("most", TALKS)
                .query((row, n) -> talk(row))
                .list();
    }

    /** Those of these conversations that are counted, the newest first. */
    public List<FactsOfTalk> talks(Viewer viewer, Collection<ConversationId> of) {
        return of.isEmpty()
                ? List.of()
                : jdbc.sql(TALK + COUNTED + " and v.id in (:ids) order by v.happened_at desc, v.id desc")
                        .param("viewer", viewer.uuid())
                        .param("ids", of.stream().map(ConversationId::value).toList())
                        .query((row, n) -> talk(row))
                        .list();
    }

    private static MonthOfFacts month(ResultSet row) throws SQLException {
        return new MonthOfFacts(
                Hat.valueOf(row.getString("hat").toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.getObject("month", LocalDate.class)),
                row.getInt("talks"),
                whole(row, "share"),
                whole(row, "asked"),
                whole(row, "taken_up"),
                row.getInt("longest_run"),
                whole(row, "played_back"));
    }

    private static FactsOfTalk talk(ResultSet row) throws SQLException {
        return new FactsOfTalk(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("people"),
                row.getTimestamp("happened_at").toInstant(),
                row.getBoolean("readable"),
                whole(row, "share"),
                row.getInt("our_asking"),
                row.getInt("our_goes"),
                row.getInt("their_questions"),
                row.getInt("taken_up"),
                row.getInt("longest_run"),
                row.getBoolean("gone_through") || row.getInt("played_back") > 0 ? row.getInt("played_back") : null);
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
