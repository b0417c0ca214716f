package org.attune.library;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How consents are written down. A story's row is locked before, then that of its consent: see decision 0031. */
@Component
class ConsentRows {

    private final JdbcClient jdbc;

    ConsentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Kept> kept(UUID id) {
        return jdbc.sql(
                        "select story_id, scope, named, given_on, until, turn_id, how from story_consent where id = :id")
                .param("id", id)
                .query((row, n) -> new Kept(
                        row.getObject("story_id", UUID.class),
                        row.getString("scope"),
                        row.getBoolean("named"),
                        row.getObject("given_on", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getObject("turn_id", UUID.class),
                        row.getString("how")))
                .optional();
    }

    record Kept(
            UUID story,
            String scope,
            boolean named,
            LocalDate givenOn,
            @Nullable LocalDate until,
            @Nullable UUID turn,
            @Nullable String how) {

        static Kept of(NoteConsent note, @Nullable String how) {
            TurnId turn = note.turn();
            return new Kept(
                    note.story().value(),
                    note.scope().code(),
                    note.named(),
                    note.givenOn(),
                    note.until(),
                    turn == null ? null : turn.value(),
                    how);
        }

        String told() {
            return givenOn + (until == null ? "" : " – " + until) + (how == null ? "" : "\n" + how);
        }
    }

    void add(Viewer viewer, UUID id, Kept consent, Instant at) {
        jdbc.sql("""
                        insert into story_consent (id, story_id, scope, named, given_on, until, how, turn_id, noted_by, noted_at)
                        values (:id, :story, :scope, :named, :given, :until, :how, :turn, :by, :at)""")
                .param("id", id)
                .param("story", consent.story())
                .param("scope", consent.scope())
                .param("named", consent.named())
                .param("given", Date.valueOf(consent.givenOn()))
                .param("until", consent.until())
                .param("how", consent.how())
                .param("turn", consent.turn())
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Locks the one that has not ended; whoever is using the story at this moment comes first. */
    Optional<UUID> current(StoryId story) {
        return jdbc.sql("select id from story_consent where story_id = :story and ended_at is null for update")
                .param("story", story.value())
                .query(UUID.class)
                .optional();
    }

    /** Another one takes its place. */
    void end(UUID id, Instant at) {
        jdbc.sql(
                        "update story_consent set ended_at = greatest(:at, last_use_of(id)) where id = :id and ended_at is null")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void withdraw(Viewer viewer, UUID id, LocalDate day, Instant at) {
        jdbc.sql("""
                        update story_consent set withdrawn_on = :day, withdrawn_at = :at, withdrawn_by = :by,
                               ended_at = greatest(:at, last_use_of(id))
                         where id = :id and ended_at is null""")
                .param("day", Date.valueOf(day))
                .param("at", Timestamp.from(at))
                .param("by", viewer.uuid())
                .param("id", id)
                .update();
    }
}
