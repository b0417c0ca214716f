package org.attune.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long we were together with somebody under each hat. One statement. */
@Component
public class TimeTogether {

    private final JdbcClient jdbc;

    TimeTogether(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param minutes of all conversations whose minutes are known
     * @param marketing how many of them were under the marketing hat
     * @param unknown how many conversations nobody wrote the minutes of
     * @param split in how many the hat changed at a turn, so that their minutes are split by the turns
     * @param lastHeard when they last said something to anybody of us
     */
    public record Minutes(
            long minutes,
            long marketing,
            long unknown,
            long split,
            @Nullable Instant lastHeard) {

        public long sales() {
            return minutes - marketing;
        }

        public boolean isNothing() {
            return minutes + unknown == 0;
        }
    }

    /** Of the conversations the viewer may know of, also those they may not read. */
    public Minutes with(Viewer viewer, ContactId contact) {
        return jdbc.sql("""
                        select coalesce(sum(v.minutes), 0) as minutes, coalesce(sum(m.marketing), 0) as marketing,
                               count(*) filter (where v.minutes is null) as unknown,
                               count(*) filter (where m.marketing between 1 and v.minutes - 1) as split,
                               (select max(t.said_at) from turn t where t.speaker_id = :contact and t.kind = 'heard') as last_heard
                          from conversation_sum v
                         cross join lateral (select v.heard_turns + v.our_turns as turns) n
                         cross join lateral (
                           select case when v.minutes is null then null
                                       when n.turns = 0 then case when v.hat = 'marketing' then v.minutes else 0 end
                                       else round(v.minutes::numeric * least(n.turns, v.marketing_turns) / n.turns)::int end
                                    as marketing) m
                         where v.contact_id = :contact and exists (select from seen_contact(:viewer) c where c.id = :contact)
                           and v.state not in ('planned', 'called_off')""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> minutes(row))
                .single();
    }

    private static Minutes minutes(ResultSet row) throws SQLException {
        Timestamp last = row.getTimestamp("last_heard");
        return new Minutes(
                row.getLong("minutes"),
                row.getLong("marketing"),
                row.getLong("unknown"),
                row.getLong("split"),
                last == null ? null : last.toInstant());
    }
}
