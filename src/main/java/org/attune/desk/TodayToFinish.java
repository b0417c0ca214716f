package org.attune.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.platform.web.Waveform;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's own conversations that are not closed, and notes that wait to be sorted or confirmed. One statement. */
@Component
@Transactional(readOnly = true)
public class TodayToFinish {

    /** From the few that are open, and from the few with something to confirm; most of what somebody ever had is neither. */
    private static final String UNFINISHED = """
            select v.id, coalesce(v.happened_at, v.logged_at) as at, v.heard_turns + v.our_turns as turns, v.state,
                   v.note is not null as noted,
                   (select l.verdict from playback_link l where l.conversation_id = v.id) as answered,
                   (select count(*) from proposed_turn p
                     where p.conversation_id = v.id and p.state = 'proposed' and p.part = 'said') as to_confirm,
                   array(select c.name from participant p join seen_contact(:viewer) c on c.id = p.contact_id
                          where p.conversation_id = v.id
                          order by (c.id = v.lead_id) desc, p.joined_at, c.sort_name) as with_names,
                   wave.*
              from (select o.* from seen_conversation(:viewer) o
                     where o.owner_id = :viewer and o.state in ('open', 'resting')
                    union all
                    select w.* from seen_conversation(:viewer) w
                     where w.owner_id = :viewer and w.state in ('closed', 'broke_off', 'not_closed')
                       and w.id in (select p.conversation_id from proposed_turn p where p.state = 'proposed' and p.part = 'said')
                     order by worked_on_at desc, id limit :most) v
             %s
             order by v.worked_on_at desc, v.id""".formatted(Waves.BEATS);

    private final JdbcClient jdbc;
    private final Waves waves;

    TodayToFinish(JdbcClient jdbc, Waves waves) {
        this.jdbc = jdbc;
        this.waves = waves;
    }

    /**
     * One that waits.
     *
     * @param toConfirm how many proposed turns nobody has confirmed
     * @param onlyNoted there is a note, and nothing of it was sorted yet
     * @param answered what they answered by a link, {@code yes} or {@code not_quite}; none where it did not begin so
     */
    public record Unfinished(
            ConversationId id,
            List<String> with,
            Instant at,
            int turns,
            boolean rests,
            int toConfirm,
            boolean onlyNoted,
            @Nullable String answered,
            @Nullable Waveform wave) {

        public Unfinished {
            with = List.copyOf(with);
        }

        /** Where one goes on with it. */
        public String href() {
            return "/conversations/" + id.value() + (toConfirm > 0 || onlyNoted ? "/notes" : "");
        }
    }

    public List<Unfinished> of(Viewer viewer, int atMost) {
        return jdbc.sql(UNFINISHED)
                .param("viewer", viewer.uuid())
                .param("most", atMost)
                .query((row, n) -> unfinished(row, waves.drawn(viewer, row)))
                .list();
    }

    private static Unfinished unfinished(ResultSet row, @Nullable Waveform wave) throws SQLException {
        int turns = row.getInt("turns");
        return new Unfinished(
                new ConversationId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                Arrays.asList((String[]) row.getArray("with_names").getArray()),
                row.getTimestamp("at").toInstant(),
                turns,
                row.getString("state").equals("resting"),
                row.getInt("to_confirm"),
                turns == 0 && row.getBoolean("noted"),
                row.getString("answered"),
                wave);
    }
}
