package org.attune.health;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.platform.jobs.InSteps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings many people to today, a thousand at a time, each step in a transaction of its own: nobody waits for long, and whoever
 * begins again after a failure finds done what was done. A step that fails is halved until whoever it fails for is found: they are
 * left out, and nobody else is.
 */
@Component
class HealthSteps {

    static final int AT_ONCE = 1000;

    /** Said of both, or each step would read all that is kept of those before it. */
    static final String AFTER = """
            select c.id from contact c left join contact_health h on h.contact_id = c.id and h.contact_id > :last
             where c.id > :last and c.merged_into is null and c.erasure_id is null %s
             order by c.id limit :most""";

    static final String BEHIND =
            "and (h.day is null or h.day < :day or c.id in (select item from job_left where job = 'health'))";

    private final JdbcClient jdbc;
    private final HealthKeeping keeping;
    private final LeftOut leftOut;
    private final TransactionTemplate transaction;

    HealthSteps(JdbcClient jdbc, HealthKeeping keeping, LeftOut leftOut, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.leftOut = leftOut;
        this.transaction = transaction;
    }

    /** Those who were not reckoned up to this day yet; beside people who work. */
    int behind(LocalDate day) {
        return InSteps.oneByOne(last -> after(last, BEHIND, day), this::age);
    }

    int everybody(LocalDate day) {
        return InSteps.together(last -> after(last, "", day), this::age);
    }

    /** @return how many of them it could be done for */
    private int age(List<UUID> some) {
        try {
            transaction.executeWithoutResult(tx -> keeping.age(some));
            leftOut.done(some);
            return some.size();
        } catch (CannotCreateTransactionException unreachable) {
            throw unreachable;
        } catch (RuntimeException broken) {
            if (some.size() > 1) {
                int half = some.size() / 2;
                return age(some.subList(0, half)) + age(some.subList(half, some.size()));
            }
            leftOut.note(some.get(0), broken);
            return 0;
        }
    }

    private List<UUID> after(UUID last, String which, LocalDate day) {
        return jdbc.sql(AFTER.formatted(which))
                .param("last", last)
                .param("day", day)
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }
}
