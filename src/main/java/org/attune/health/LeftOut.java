package org.attune.health;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.platform.jobs.LeftUndone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Relationships whose health could not be reckoned. All others are, and these are tried again each time. */
@Component
class LeftOut {

    /** As the job is called. */
    static final String JOB = "health";

    private final JdbcClient jdbc;
    private final LeftUndone left;

    LeftOut(JdbcClient jdbc, LeftUndone left) {
        this.jdbc = jdbc;
        this.left = left;
    }

    void note(UUID contact, RuntimeException broken) {
        left.note(JOB, contact, broken);
    }

    void done(Collection<UUID> contacts) {
        left.done(JOB, contacts);
    }

    /** Whom nobody reckons any more is left out no longer. */
    Set<UUID> all() {
        jdbc.sql("""
                        delete from job_left l where l.job = :job and not exists (
                          select from contact c where c.id = l.item and c.merged_into is null and c.erasure_id is null)""").param("job", JOB).update();
        return left.all().stream()
                .filter(one -> one.job().equals(JOB))
                .map(LeftUndone.Left::item)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first day of which their health is not known, and which was counted without it. */
    Optional<LocalDate> since() {
        return jdbc.sql("""
                        select min(coalesce(h.day + 1, (c.created_at at time zone z.zone)::date)) as first
                          from job_left l join contact c on c.id = l.item cross join organisation z
                          left join contact_health h on h.contact_id = c.id
                         where l.job = :job""")
                .param("job", JOB)
                .query((row, n) -> Optional.ofNullable(row.getObject("first", LocalDate.class)))
                .single();
    }
}
