package org.attune.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who brought us whom. Only people one sees can be named. */
@Component
@Transactional
public class Introductions {

    private final ContactSight sight;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Circles circles;

    Introductions(ContactSight sight, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock, Circles circles) {
        this.sight = sight;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.circles = circles;
    }

    /**
     * Notes that one contact brought us another; a repeat changes nothing.
     *
     * @throws RuleRefused where it leads in a circle
     * @return whether it was not known before
     */
    public boolean note(
            Viewer viewer,
            UUID id,
            ContactId introducer,
            ContactId introduced,
            @Nullable LocalDate day,
            @Nullable String note) {
        sight.stillKnown(viewer, introducer);
        sight.stillKnown(viewer, introduced);
        if (introducer.equals(introduced)) {
            throw new RuleRefused("people.introduction.oneself", "introducedBy");
        }
        ContactRules.shortEnough(note, 1000, "note");
        circles.wouldClose(introducer, introduced);
        LocalDate on = day == null ? LocalDate.ofInstant(clock.instant(), viewer.zone()) : day;
        String clean = PlainText.linesOrNothing(note);
        int made = circles.refused(() -> jdbc.sql("""
                        insert into introduction (id, introducer_id, introduced_id, on_day, note, noted_by, noted_at)
                        values (:id, :introducer, :introduced, :day, :note, :by, :now)
                        on conflict do nothing""")
                .param("id", id)
                .param("introducer", introducer.value())
                .param("introduced", introduced.value())
                .param("day", on)
                .param("note", clean)
                .param("by", viewer.uuid())
                .param("now", Timestamp.from(clock.instant()))
                .update());
        if (made == 0) {
            sameAsBefore(viewer, id, introducer, introduced, told(on, clean));
        }
        events.publishEvent(new ContactChanged(Set.of(introducer, introduced)));
        return made == 1;
    }

    /** That one brought us the other may be known under another id; then there is nothing to compare. */
    private void sameAsBefore(Viewer viewer, UUID id, ContactId introducer, ContactId introduced, String typed) {
        jdbc.sql("select introducer_id, introduced_id, on_day, note, noted_by from introduction where id = :id")
                .param("id", id)
                .query((row, n) -> {
                    boolean theirs = introducer.value().equals(row.getObject("introducer_id", UUID.class))
                            && introduced.value().equals(row.getObject("introduced_id", UUID.class))
                            && viewer.uuid().equals(row.getObject("noted_by", UUID.class));
                    return theirs ? told(row.getObject("on_day", LocalDate.class), row.getString("note")) : "";
                })
                .optional()
                .filter(kept -> !kept.equals(typed))
                .ifPresent(kept -> {
                    throw new ChangedMeanwhile(kept, typed);
                });
    }

    private static String told(@Nullable LocalDate day, @Nullable String note) {
        return day + (note == null ? "" : "\n" + note);
    }

    /** Takes back an introduction: whoever works with one of the two may, and whoever noted it while they see both. */
    public void withdraw(Viewer viewer, UUID introduction) {
        change(viewer, introduction, """
                withdrawn_at = coalesce(i.withdrawn_at, cast(:at as timestamptz)), withdrawn_by = coalesce(i.withdrawn_by, :viewer)
                 where true""");
    }

    /**
     * Gives it back, for a day after it was taken back.
     *
     * @throws RuleRefused where it was noted anew meanwhile, or would now lead in a circle
     */
    public void restore(Viewer viewer, UUID introduction) {
        try {
            circles.refused(() -> change(viewer, introduction, """
                    withdrawn_at = null, withdrawn_by = null
                     where (i.withdrawn_at is null or i.withdrawn_at >= cast(:at as timestamptz) - interval '1 day')
                       and not exists (select from contact m
                                        where m.id in (i.introducer_id, i.introduced_id) and m.merged_into is not null)"""));
        } catch (DuplicateKeyException knownAgain) {
            throw new RuleRefused("people.introduction.known-again");
        }
    }

    private int change(Viewer viewer, UUID introduction, String change) {
        ContactChanged both = jdbc.sql("update introduction i set " + change + " and i.id = :id" + """
                           and (exists (select from tended_contact(:viewer) c where c.id in (i.introducer_id, i.introduced_id))
                             or i.noted_by = :viewer
                                and exists (select from seen_contact(:viewer) c where c.id = i.introducer_id)
                                and exists (select from seen_contact(:viewer) c where c.id = i.introduced_id))
                        returning i.introducer_id, i.introduced_id""")
                .param("id", introduction)
                .param("viewer", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .query((row, n) -> new ContactChanged(Set.of(
                        new ContactId(row.getObject("introducer_id", UUID.class)),
                        new ContactId(row.getObject("introduced_id", UUID.class)))))
                .optional()
                .orElseThrow(() -> new NotSeen("introduction " + introduction));
        events.publishEvent(both);
        return 1;
    }

    void withNewcomer(Viewer viewer, NewContact newcomer) {
        ContactId introducer = newcomer.introducedBy();
        if (introducer != null) {
            sight.seen(viewer, introducer);
            note(viewer, Ids.next(), introducer, newcomer.id(), newcomer.introducedOn(), null);
        }
    }
}
