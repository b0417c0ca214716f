package org.attune.coaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the two agreed on. Either writes it down, and either says that it is done, or is not after all. */
@Component
@Transactional
public class Steps {

    private static final int MOST = 60;
    private static final int FURTHEST = 5;

    private final Pairs pairs;
    private final JdbcClient jdbc;
    private final Clock clock;

    Steps(Pairs pairs, JdbcClient jdbc, Clock clock) {
        this.pairs = pairs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes down a step; the same one under the same id is written down once.
     *
     * @throws NotSeen where the viewer has no part in it
     * @throws RuleRefused where they no longer lead them, or its day is over or years ahead
     * @throws ChangedMeanwhile where another step has this id
     */
    public Pair agree(Viewer viewer, AgreeStep step) {
        Pair pair = pairs.findInForce(viewer, step.person(), step.manager());
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        boolean known = jdbc.sql("select exists (select from one_to_one_step where id = :id)")
                .param("id", step.id())
                .query(Boolean.class)
                .single();
        if (!known) {
            guard(step.due(), today);
        }
        if (insert(viewer, pair, step) == 0) {
            sameAsBefore(viewer, step);
        }
        return pair;
    }

    private static void guard(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            throw new RuleRefused("coaching.step.past", "due");
        }
        if (due.isAfter(today.plusYears(FURTHEST))) {
            throw new RuleRefused("coaching.step.far", "due");
        }
    }

    private int insert(Viewer viewer, Pair pair, AgreeStep step) {
        return jdbc.sql("""
                        insert into one_to_one_step (id, person_id, manager_id, words, due, agreed_by, agreed_at)
                        values (:id, :person, :manager, :words, :due, :by, :now) on conflict (id) do nothing""")
                .param("id", step.id())
                .param("person", pair.person().value())
                .param("manager", pair.manager().value())
                .param("words", step.words())
                .param("due", step.due())
                .param("by", viewer.uuid())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void sameAsBefore(Viewer viewer, AgreeStep step) {
        StepView before = find(viewer, step.id());
        boolean same = before.words().equals(step.words())
                && before.due().equals(step.due())
                && before.pair().person().equals(step.person());
        if (!same) {
            throw new ChangedMeanwhile(before.words() + "\n" + before.due(), step.words() + "\n" + step.due());
        }
    }

    /**
     * Says that it is done, or that it is not. Said twice it is said once.
     *
     * @throws NotSeen where there is no such step on a page of the viewer's
     * @throws RuleRefused where they no longer lead them
     */
    public StepView settle(Viewer viewer, UUID id, boolean done) {
        StepView before = find(viewer, id);
        if (!before.pair().inForce()) {
            throw new RuleRefused("coaching.over", null, before.pair().managerName());
        }
        jdbc.sql("""
                        update one_to_one_step set done_by = :by, done_at = :at where id = :id and (done_at is null) = :done""")
                .param("by", done ? viewer.uuid() : null)
                .param("at", done ? Timestamp.from(clock.instant()) : null)
                .param("id", id)
                .param("done", done)
                .update();
        return find(viewer, id);
    }

    private StepView find(Viewer viewer, UUID id) {
        return jdbc.sql("select person_id, manager_id from one_to_one_step where id = :id")
                .param("id", id)
                .query((row, n) -> pairs.find(viewer, Pairs.user(row, "person_id"), Pairs.user(row, "manager_id")))
                .optional()
                .flatMap(pair -> read(pair, id).stream().findFirst())
                .orElseThrow(() -> new NotSeen("step " + id));
    }

    /** What is open first, by its day; then what is done, the newest first. */
    List<StepView> of(Pair pair) {
        return read(pair, null);
    }

    private List<StepView> read(Pair pair, @Nullable UUID only) {
        return jdbc.sql("""
                        select s.*, a.name as agreed_name, d.name as done_name
                          from one_to_one_step s join app_user a on a.id = s.agreed_by left join app_user d on d.id = s.done_by
                         where s.person_id = :person and s.manager_id = :manager and (:only::uuid is null or s.id = :only)
                         order by s.done_at desc nulls first, s.due, s.id limit :most""")
                .param("person", pair.person().value())
                .param("manager", pair.manager().value())
                .param("only", only)
                .param("most", MOST)
                .query((row, n) -> step(row, pair))
                .list();
    }

    private static StepView step(ResultSet row, Pair pair) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        return new StepView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                pair,
                row.getString("words"),
                Objects.requireNonNull(row.getObject("due", LocalDate.class)),
                row.getString("agreed_name"),
                row.getString("done_name"),
                done == null ? null : done.toInstant());
    }
}
