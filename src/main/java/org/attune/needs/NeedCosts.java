package org.attune.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a problem costs them. Appended; the newest they said counts, and our own estimate only once they say yes to it. */
@Component
@Transactional
public class NeedCosts {

    private final NeedStore store;
    private final HeardTurns turns;
    private final NeedProgress progress;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    NeedCosts(
            NeedStore store,
            HeardTurns turns,
            NeedProgress progress,
            Organisation organisation,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.turns = turns;
        this.progress = progress;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same command twice is one cost. */
    public void state(Viewer viewer, StateCost command) {
        Need need = store.tended(viewer, command.need());
        StateCost before = find(command.id());
        if (before != null) {
            same(before, command);
            return;
        }
        need.mustBeOpen();
        Cost amount = command.amount();
        if (amount != null) {
            organisation.mayBeIn(amount.currency(), latestCurrency(command.need()));
        }
        if (command.turn() != null) {
            turns.stand(viewer, need.id(), command.turn(), "turn");
        }
        insert(viewer, command);
        progress.follow(need, viewer.id());
    }

    /**
     * They said yes to our estimate: its figures become theirs, as a row of its own.
     *
     * @param id of the new row
     */
    public void confirmEstimate(Viewer viewer, UUID id, NeedId need, UUID estimate, TurnId turn) {
        StateCost ours = find(estimate);
        if (ours == null || !ours.need().equals(need) || ours.kind() != CostKind.OUR_ESTIMATE) {
            throw new NotSeen("estimate " + estimate);
        }
        state(viewer, new StateCost(id, need, CostKind.AMOUNT, ours.amount(), ours.workedOut(), turn));
    }

    private static void same(StateCost before, StateCost command) {
        if (!before.need().equals(command.need())) {
            throw new NotSeen("cost");
        }
        if (!before.equals(command)) {
            throw new ChangedMeanwhile(before.inFigures(), command.inFigures());
        }
    }

    private @Nullable String latestCurrency(NeedId need) {
        return jdbc.sql("""
                        select currency from need_cost where need_id = :need and currency is not null
                         order by noted_at desc, id desc limit 1""")
                .param("need", need.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private @Nullable StateCost find(UUID id) {
        return jdbc.sql("select * from need_cost where id = :id")
                .param("id", id)
                .query(NeedCosts::stated)
                .optional()
                .orElse(null);
    }

    private static StateCost stated(ResultSet row, int n) throws SQLException {
        return new StateCost(
                NeedRows.id(row, "id"),
                new NeedId(NeedRows.id(row, "need_id")),
                NeedWords.in(CostKind.class, row.getString("kind")),
                NeedRows.cost(row, ""),
                row.getString("worked_out"),
                NeedRows.turn(row, "turn_id"));
    }

    private void insert(Viewer viewer, StateCost command) {
        Cost amount = command.amount();
        jdbc.sql("""
                        insert into need_cost
                               (id, need_id, kind, low, high, currency, per, worked_out, turn_id, noted_by, noted_at)
                        values (:id, :need, :kind, :low, :high, :currency, :per, :worked_out, :turn, :by, :at)
                        """)
                .param("id", command.id())
                .param("need", command.need().value())
                .param("kind", NeedWords.word(command.kind()))
                .param("low", amount == null ? null : amount.low())
                .param("high", amount == null ? null : amount.high())
                .param("currency", amount == null ? null : amount.currency())
                .param("per", amount == null ? null : NeedWords.word(amount.per()))
                .param("worked_out", command.workedOut())
                .param("turn", NeedRows.value(command.turn()))
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
