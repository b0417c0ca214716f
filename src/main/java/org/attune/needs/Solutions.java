package org.attune.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we and they found together: our part, their part, the turn in which they agreed. Appended; the newest counts. */
@Component
@Transactional
public class Solutions {

    private static final int PART = 5000;

    private final NeedStore store;
    private final HeardTurns turns;
    private final NeedProgress progress;
    private final JdbcClient jdbc;
    private final Clock clock;

    Solutions(NeedStore store, HeardTurns turns, NeedProgress progress, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.turns = turns;
        this.progress = progress;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same command twice is one solution. */
    public void record(Viewer viewer, RecordSolution command) {
        Need need = store.tended(viewer, command.need());
        mustFit(command.ourPart(), "ourPart");
        mustFit(command.theirPart(), "theirPart");
        RecordSolution before = find(command.id());
        if (before != null) {
            same(before, command);
            return;
        }
        need.mustBeOpen();
        if (command.contributedTurn() != null) {
            turns.stand(viewer, need.id(), command.contributedTurn(), "contributedTurn");
        }
        if (command.agreedTurn() != null) {
            turns.stand(viewer, need.id(), command.agreedTurn(), "agreedTurn");
        }
        insert(viewer, command);
        progress.follow(need, viewer.id());
    }

    private static void mustFit(String part, String field) {
        if (part.isEmpty()) {
            throw new RuleRefused("needs.solution." + field + "-missing", field);
        }
        if (part.length() > PART) {
            throw new RuleRefused("needs.solution.too-long", field);
        }
    }

    private static void same(RecordSolution before, RecordSolution command) {
        if (!before.need().equals(command.need())) {
            throw new NotSeen("solution");
        }
        if (!before.equals(command)) {
            throw new ChangedMeanwhile(
                    before.ourPart() + "\n" + before.theirPart(), command.ourPart() + "\n" + command.theirPart());
        }
    }

    private @Nullable RecordSolution find(UUID id) {
        return jdbc.sql("select * from solution where id = :id")
                .param("id", id)
                .query(Solutions::recorded)
                .optional()
                .orElse(null);
    }

    private static RecordSolution recorded(ResultSet row, int n) throws SQLException {
        return new RecordSolution(
                NeedRows.id(row, "id"),
                new NeedId(NeedRows.id(row, "need_id")),
                row.getString("our_part"),
                row.getString("their_part"),
                NeedRows.turn(row, "contributed_turn"),
                NeedRows.turn(row, "agreed_turn"));
    }

    private void insert(Viewer viewer, RecordSolution command) {
        jdbc.sql("""
                        insert into solution
                               (id, need_id, our_part, their_part, contributed_turn, agreed_turn, noted_by, noted_at)
                        values (:id, :need, :our_part, :their_part, :contributed, :agreed, :by, :at)
                        """)
                .param("id", command.id())
                .param("need", command.need().value())
                .param("our_part", command.ourPart())
                .param("their_part", command.theirPart())
                .param("contributed", NeedRows.value(command.contributedTurn()))
                .param("agreed", NeedRows.value(command.agreedTurn()))
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
