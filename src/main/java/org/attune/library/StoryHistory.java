package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody allowed about a story, and where it was used. */
@Component
class StoryHistory {

    private final JdbcClient jdbc;

    StoryHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<ConsentView> consents(Viewer viewer, StoryId id) {
        return jdbc.sql("""
                        select c.*, u.name as by_name, w.name as withdrawn_name, s.reworded_at > c.noted_at as other_words,
                               '/conversations/' || t.conversation_id || '#t' || t.seq as path
                          from seen_story(:viewer) s
                          join story_consent c on c.story_id = s.id
                          join app_user u on u.id = c.noted_by
                          left join app_user w on w.id = c.withdrawn_by
                          left join seen_turn(:viewer) t on t.id = c.turn_id
                         where s.id = :id
                         order by c.noted_at desc, c.id desc""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query(StoryHistory::consent)
                .list();
    }

    private static ConsentView consent(ResultSet row, int n) throws SQLException {
        return new ConsentView(
                row.getObject("id", UUID.class),
                read(row),
                row.getString("how"),
                row.getObject("turn_id") != null,
                row.getString("path"),
                row.getString("by_name"),
                row.getTimestamp("noted_at").toInstant(),
                StoryReading.instant(row.getTimestamp("ended_at")),
                row.getString("withdrawn_name"),
                row.getBoolean("other_words"));
    }

    static Consent read(ResultSet row) throws SQLException {
        LocalDate withdrawn = row.getObject("withdrawn_on", LocalDate.class);
        return new Consent(
                Scope.of(row.getString("scope")).orElseThrow(),
                row.getBoolean("named"),
                row.getObject("given_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                withdrawn,
                withdrawn == null && row.getTimestamp("ended_at") != null);
    }

    /** The consent a row was joined with, where there is one. */
    static @Nullable Consent readIfAny(ResultSet row) throws SQLException {
        return row.getString("scope") == null ? null : read(row);
    }

    List<StoryUse> uses(Viewer viewer, StoryId id) {
        return jdbc.sql("""
                        select 'RESPONSE' as kind, r.used_at as at, r.in_writing, u.name as by_name,
                               '/conversations/' || t.conversation_id || '#t' || t.seq as path,
                               c.withdrawn_on < (r.used_at at time zone n.zone)::date as afterwards
                          from response_use r
                          join app_user u on u.id = r.noted_by
                          join story_consent c on c.id = r.consent_id join app_user n on n.id = c.noted_by
                          left join seen_turn(:viewer) t on t.id = r.response_id
                         where r.story_id = :id
                        union all
                        select 'TOUCH', h.happened_at, true, u.name, '/contacts/' || p.id,
                               c.withdrawn_on < (h.happened_at at time zone n.zone)::date
                          from touch h
                          join app_user u on u.id = h.noted_by
                          join story_consent c on c.id = h.consent_id join app_user n on n.id = c.noted_by
                          left join seen_contact(:viewer) p on p.id = h.contact_id
                         where h.story_id = :id
                         order by at desc limit 200""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> new StoryUse(
                        row.getBoolean("in_writing") ? StoryUse.How.WRITTEN : StoryUse.How.TOLD,
                        StoryUse.Kind.valueOf(row.getString("kind")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("path"),
                        row.getBoolean("afterwards")))
                .list();
    }
}
