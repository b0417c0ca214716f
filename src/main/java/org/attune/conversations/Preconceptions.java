package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we assume about people and sense for them, and what became of it, in one statement. */
@Component
@Transactional(readOnly = true)
public class Preconceptions {

    private static final int OPEN = 20;

    private static final String IN_MIND = """
            with people as (select c.id from seen_contact(:viewer) c where c.id in (:people)),
                 mine (id, contact_id, words, hunch, by_name, at, settled, correction, settled_turn, settled_at, open) as (
                   select a.id, a.contact_id, a.words, false, u.name, a.made_at, a.settled, a.correction, a.settled_turn,
                          a.settled_at, a.settled is null or a.settled = 'untested'
                     from people c join assumption a on a.contact_id = c.id join app_user u on u.id = a.made_by
                    union all
                   select h.id, h.contact_id, h.words, true, null, h.had_at, h.settled, null, h.settled_turn,
                          h.settled_at, h.settled is null
                     from people c join hunch h on h.contact_id = c.id and h.had_by = :viewer)
            select m.*, t.id as turn_id, t.conversation_id, t.seq
              from (select n.*, row_number() over (partition by n.open, n.open and n.hunch
                                  order by case when n.open then n.at end, n.settled_at desc, n.id) as nth from mine n) m
              left join seen_turn(:viewer) t on t.id = m.settled_turn and not m.open
             where m.nth <= case when m.open then :open else :settled end
             order by m.open, m.nth""";

    private final JdbcClient jdbc;

    Preconceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param settled how many at the most of those that are settled */
    public InMind about(Viewer viewer, List<ContactId> people, int settled) {
        if (people.isEmpty()) {
            return InMind.NOTHING;
        }
        InMind found = new InMind(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        jdbc.sql(IN_MIND)
                .param("viewer", viewer.uuid())
                .param("people", Rows.contacts(people))
                .param("open", OPEN)
                .param("settled", settled)
                .query((ResultSet row) -> add(row, found));
        return found;
    }

    private static void add(ResultSet row, InMind found) throws SQLException {
        if (!row.getBoolean("open")) {
            found.settled().add(settled(row));
        } else if (row.getBoolean("hunch")) {
            found.hunches()
                    .add(new HunchView(
                            Rows.id(row, "id"),
                            Rows.contact(row, "contact_id"),
                            row.getString("words"),
                            Rows.instant(row, "at"),
                            null));
        } else {
            found.assumptions().add(assumption(row));
        }
    }

    private static AssumptionView assumption(ResultSet row) throws SQLException {
        return new AssumptionView(
                Rows.id(row, "id"),
                Rows.contact(row, "contact_id"),
                row.getString("words"),
                row.getString("by_name"),
                Rows.instant(row, "at"),
                Rows.maybeNamed(Settled.class, row, "settled"),
                row.getString("correction"));
    }

    private static SettledView settled(ResultSet row) throws SQLException {
        return new SettledView(
                row.getString("words"),
                row.getBoolean("hunch"),
                Objects.requireNonNull(row.getString("settled")),
                row.getString("correction"),
                turn(row),
                Rows.instant(row, "settled_at"));
    }

    private static @Nullable TurnRef turn(ResultSet row) throws SQLException {
        TurnId id = Rows.maybeTurn(row, "turn_id");
        return id == null ? null : new TurnRef(id, Rows.conversation(row, "conversation_id"), row.getInt("seq"));
    }
}
