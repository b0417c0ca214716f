package org.attune.needs;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.UserId;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a need to where its evidence puts it, keeps every change, and says whom it concerns. */
@Component
class NeedProgress {

    private record Evidence(boolean explored, @Nullable Verdict verdict) {}

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NeedProgress(EntityManager entities, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** To be called after anything that may move a need. */
    void follow(Need need, UserId by) {
        Evidence evidence = evidenceOf(need.id());
        need.standAt(evidence.explored(), evidence.verdict()).ifPresent(change -> keep(need.id(), change, by));
        tell(need.id());
    }

    void reopen(Need need, UserId by) {
        Evidence evidence = evidenceOf(need.id());
        keep(need.id(), need.reopen(evidence.explored(), evidence.verdict()), by);
        tell(need.id());
    }

    void end(Need need, EndNeed command, UserId by) {
        keep(need.id(), need.end(command.how(), command.why(), by, clock.instant()), by);
        tell(need.id());
    }

    void begin(Need need, UserId by) {
        keep(need.id(), null, need.state(), null, by);
    }

    /** Whoever listens reads rows, so the need's own is written first. */
    void tell(NeedId need) {
        entities.flush();
        Set<ContactId> people = jdbc
                .sql("select contact_id from need_person where need_id = :need")
                .param("need", need.value())
                .query((row, n) -> new ContactId(Objects.requireNonNull(row.getObject(1, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toSet());
        events.publishEvent(new ContactChanged(people));
    }

    private Evidence evidenceOf(NeedId need) {
        return jdbc.sql("""
                        select exists (select from need_turn t join answer a on a.heard_id = t.heard_id
                                        where t.need_id = :need) as explored,
                               (select c.verdict from need_confirmation c where c.need_id = :need
                                 order by c.noted_at desc, c.id desc limit 1) as verdict
                        """)
                .param("need", need.value())
                .query((row, n) ->
                        new Evidence(row.getBoolean("explored"), NeedWords.of(Verdict.class, row.getString("verdict"))))
                .single();
    }

    private void keep(NeedId need, NeedChange change, UserId by) {
        keep(need, change.from(), change.to(), change.why(), by);
    }

    private void keep(NeedId need, @Nullable NeedState from, NeedState to, @Nullable String why, UserId by) {
        jdbc.sql("""
                        insert into need_change (id, need_id, from_state, to_state, why, changed_by, changed_at)
                        values (:id, :need, :from, :to, :why, :by, :at)
                        """)
                .param("id", Ids.next())
                .param("need", need.value())
                .param("from", from == null ? null : NeedWords.word(from))
                .param("to", NeedWords.word(to))
                .param("why", why)
                .param("by", by.value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
