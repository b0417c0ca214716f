package org.attune.people;

import java.time.Clock;
import java.time.LocalDate;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Colleagues from any team who work with a contact beside its owner, until a day or for as long as it takes. */
@Component
@Transactional
public class Companions {

    private final ContactSight sight;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Companions(ContactSight sight, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.sight = sight;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets a colleague work with a contact; who does already gets the new day.
     *
     * @param until the last day; none for as long as it takes
     */
    public void invite(Viewer viewer, ContactId contact, UserId companion, @Nullable LocalDate until) {
        sight.tended(viewer, contact);
        if (until != null && until.isBefore(LocalDate.ofInstant(clock.instant(), viewer.zone()))) {
            throw new RuleRefused("people.companion.until.past", "until");
        }
        int invited = jdbc.sql("""
                        insert into companion (contact_id, user_id, until, added_by)
                        select :contact, u.id, :until::date, :by from app_user u
                         where u.id = :companion and u.sells and u.deactivated_at is null
                        on conflict (contact_id, user_id) do update set until = excluded.until""")
                .param("contact", contact.value())
                .param("companion", companion.value())
                .param("until", until)
                .param("by", viewer.uuid())
                .update();
        if (invited == 0) {
            throw new RuleRefused("people.companion.must-sell", "companion");
        }
        events.publishEvent(ContactChanged.of(contact));
    }

    /** From now on they no longer work with the contact; one may also take one's own leave. */
    public void partWith(Viewer viewer, ContactId contact, UserId companion) {
        sight.tended(viewer, contact);
        int gone = jdbc.sql("delete from companion where contact_id = :contact and user_id = :companion")
                .param("contact", contact.value())
                .param("companion", companion.value())
                .update();
        if (gone == 0) {
            throw new NotSeen("companion " + companion.value());
        }
        events.publishEvent(ContactChanged.of(contact));
    }
}
