package org.attune.nurture;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Not today: somebody leaves the queue until a day, or until they are heard again. It is nothing that was agreed with them. */
@Component
@Transactional
public class PutOffs {

    private final JdbcClient jdbc;
    private final ContactSight sight;
    private final Clock clock;

    PutOffs(JdbcClient jdbc, ContactSight sight, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
    }

    /** What stands under an id. */
    private record Kept(UUID contact, @Nullable LocalDate until) {}

    /**
     * Puts somebody off; the same under the same id only once.
     *
     * @param until the day on which they are here again, within a year; none: when they are heard again
     * @throws NotSeen when the viewer may not see the contact
     * @throws RuleRefused when the day is not ahead
     * @throws ChangedMeanwhile when this id stands for something else
     */
    public void put(Viewer viewer, UUID id, ContactId contact, @Nullable LocalDate until) {
        sight.stillKnown(viewer, contact);
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        if (until != null && (!until.isAfter(today) || until.isAfter(today.plusYears(1)))) {
            throw new RuleRefused("nurture.queue.later.day", "until");
        }
        jdbc.sql("""
                        insert into put_off (id, contact_id, until, put_by, put_at) values (:id, :contact, :until, :by, :at)
                        on conflict (id) do nothing""")
                .param("id", id)
                .param("contact", contact.value())
                .param("until", until)
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        Kept kept = kept(viewer, id);
        if (!kept.contact().equals(contact.value()) || !Objects.equals(kept.until(), until)) {
            throw new ChangedMeanwhile(told(kept.until()), told(until));
        }
    }

    private static String told(@Nullable LocalDate until) {
        return until == null ? "" : until.toString();
    }

    /** They are in the queue again. Once more changes nothing. */
    public void takeBack(Viewer viewer, UUID id) {
        kept(viewer, id);
        jdbc.sql("update put_off set taken_back_at = coalesce(taken_back_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private Kept kept(Viewer viewer, UUID id) {
        return jdbc.sql("""
                        select p.contact_id, p.until from seen_contact(:viewer) c join put_off p on p.contact_id = c.id
                         where p.id = :id""")
                .param("viewer", viewer.uuid())
                .param("id", id)
                .query((row, n) -> new Kept(
                        Objects.requireNonNull(row.getObject("contact_id", UUID.class)),
                        row.getObject("until", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new NotSeen("put off " + id));
    }
}
