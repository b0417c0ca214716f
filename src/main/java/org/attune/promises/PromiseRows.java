package org.attune.promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.DayKey;
import org.attune.promises.PromiseView.OutcomeView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How promises and their outcomes are kept. */
@Component
class PromiseRows {

    private static final String VIEW = """
            select p.*, c.name as contact_name, c.given_name, c.pronoun, u.name as promiser_name,
                   coalesce(t.said_at, p.made_at) as said_at, t.seq as turn_seq, t.conversation_id as turn_conversation,
                   p.promiser_id = :viewer as mine, o.id as outcome_id, o.kind as outcome_kind, o.from_due as outcome_from,
                   o.noted_at as outcome_at, b.name as outcome_by
              from seen_contact(:viewer) c
              join promise p on p.contact_id = c.id
              left join app_user u on u.id = p.promiser_id
              left join lateral (select * from seen_turn(:viewer) s where s.id = p.turn_id) t on true
              left join lateral (select * from promise_outcome o where o.promise_id = p.id
                                  order by o.noted_at desc, o.id desc limit 1) o on true
              left join app_user b on b.id = o.noted_by
            """;

    private final JdbcClient jdbc;

    PromiseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new */
    boolean insert(Viewer viewer, MakePromise made, Instant now) {
        UserId promiser = made.promiser() == null ? viewer.id() : made.promiser();
        return jdbc.sql("""
                        insert into promise (id, contact_id, team_id, side, promiser_id, words, due, next_step, turn_id,
                                             conversation_id, made_by, made_at)
                        select :id, c.id, c.team_id, :side, :promiser, :words, :due, :next, :turn, :conversation, :by, :at
                          from contact c where c.id = :contact
                        on conflict (id) do nothing
                        """)
                        .param("id", made.id().value())
                        .param("contact", made.contact().value())
                        .param("side", made.side().word())
                        .param("promiser", made.side() == Side.US ? promiser.value() : null)
                        .param("words", made.words())
                        .param("due", made.due())
                        .param("next", made.nextStep())
                        .param("turn", made.turn() == null ? null : made.turn().value())
                        .param(
                                "conversation",
                                made.conversation() == null
                                        ? null
                                        : made.conversation().value())
                        .param("by", viewer.uuid())
                        .param("at", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Takes the row for this transaction, so that two who settle it take turns. */
    Optional<Promise> forChange(Viewer viewer, PromiseId id) {
        return jdbc.sql("""
                        select p.* from promise p
                         where p.id = :id and p.contact_id in (select c.id from seen_contact(:viewer) c)
                           for update of p
                        """)
                .param("id", id.value())
                .param("viewer", viewer.uuid())
                .query((row, n) -> new Promise(
                        id,
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        row.getString("words"),
                        Objects.requireNonNull(row.getObject("due", LocalDate.class)),
                        State.of(row.getString("state")),
                        row.getInt("version")))
                .optional();
    }

    void update(Promise promise) {
        jdbc.sql("""
                        update promise set words = :words, due = :due, state = :state, version = version + 1 where id = :id
                        """)
                .param("id", promise.id().value())
                .param("words", promise.words())
                .param("due", promise.due())
                .param("state", promise.state().word())
                .update();
    }

    void note(UUID id, OutcomeKind kind, Promise before, Promise after, Viewer by, Instant at) {
        jdbc.sql("""
                        insert into promise_outcome (id, promise_id, kind, from_due, to_due, noted_by, noted_at)
                        values (:id, :promise, :kind, :from, :to, :by, :at)
                        """)
                .param("id", id)
                .param("promise", before.id().value())
                .param("kind", kind.word())
                .param("from", before.due())
                .param("to", kind == OutcomeKind.MOVED ? after.due() : null)
                .param("by", by.uuid())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<PromiseView> view(Viewer viewer, PromiseId id) {
        return query(viewer, "where p.id = :id")
                .param("id", id.value())
                .query(PromiseRows::view)
                .optional();
    }

    private List<PromiseView> open(Viewer viewer, ContactId contact, int atMost) {
        return query(viewer, "where c.id = :contact and p.state = 'open' order by p.due, p.id limit :most")
                .param("contact", contact.value())
                .param("most", atMost)
                .query(PromiseRows::view)
                .list();
    }

    List<PromiseView> openWith(Viewer viewer, List<ContactId> contacts, LocalDate until, int atMost) {
        return query(viewer, """
                        where c.id in (:contacts) and p.state = 'open' and p.due <= :until
                        order by p.due, p.id limit :most
                        """)
                .param("contacts", contacts.stream().map(ContactId::value).toList())
                .param("until", until)
                .param("most", atMost)
                .query(PromiseRows::view)
                .list();
    }

    List<PromiseView> settled(Viewer viewer, ContactId contact, int atMost) {
        return query(viewer, "where c.id = :contact and p.state <> 'open' order by o.noted_at desc, p.id limit :most")
                .param("contact", contact.value())
                .param("most", atMost)
                .query(PromiseRows::view)
                .list();
    }

    /** Those the viewer has to keep, and those of the people they look after; two short walks along an index each. */
    List<PromiseView> due(Viewer viewer, LocalDate until, DayKey after, int atMost) {
        return query(viewer, """
                        where p.id = any (array(
                          (select q.id
                             from (select x.* from promise x
                                    where x.promiser_id = :viewer and x.state = 'open' and x.due <= :until
                                      and (x.due, x.id) > (:due, :id)
                                    order by x.due, x.id) q
                            cross join lateral (
                              select from seen_contact(:viewer) s
                               where s.id = q.contact_id and s.archived_at is null offset 0) seen
                            order by q.due, q.id limit :most)
                          union all
                          (select q.id
                             from (select x.contact_id from contact_card x
                                    where x.owner_id = :viewer and x.shelf = 'listed' and x.next_due <= :until offset 0) d
                            cross join lateral (
                              select k.id from seen_contact(:viewer) k
                               where k.id = d.contact_id and k.owner_id = :viewer and k.archived_at is null offset 0) k
                            cross join lateral (select x.* from promise x where x.contact_id = k.id offset 0) q
                            where q.side = 'them' and q.state = 'open'
                              and q.due <= :until and (q.due, q.id) > (:due, :id)
                            order by q.due, q.id limit :most)))
                        order by p.due, p.id limit :most
                        """)
                .param("until", until)
                .param("due", after.day())
                .param("id", after.id())
                .param("most", atMost)
                .query(PromiseRows::view)
                .list();
    }

    /** The same walks once for what is late and for what is due soon; no more than so many of either from each walk. */
    List<PromiseView> lateAndSoon(Viewer viewer, LocalDate today, LocalDate until, int mostLate, int mostSoon) {
        return query(viewer, """
                        where p.id = any (array(
                          with theirs as materialized (
                            select q.id, q.due
                              from (select x.contact_id from contact_card x
                                     where x.owner_id = :viewer and x.shelf = 'listed' and x.next_due <= :until offset 0) d
                             cross join lateral (
                               select k.id from seen_contact(:viewer) k
                                where k.id = d.contact_id and k.owner_id = :viewer and k.archived_at is null offset 0) k
                             cross join lateral (select x.* from promise x where x.contact_id = k.id offset 0) q
                             where q.side = 'them' and q.state = 'open' and q.due <= :until)
                          (%1$s and x.due < :today order by x.due, x.id) q %2$s limit :late)
                          union all
                          (%1$s and x.due >= :today and x.due <= :until order by x.due, x.id) q %2$s limit :soon)
                          union all
                          (select t.id from theirs t where t.due < :today order by t.due, t.id limit :late)
                          union all
                          (select t.id from theirs t where t.due >= :today order by t.due, t.id limit :soon)))
                        order by p.due, p.id
                        """.formatted("""
                        select q.id from (select x.* from promise x where x.promiser_id = :viewer and x.state = 'open'""", """
                        cross join lateral (
                          select from seen_contact(:viewer) s
                           where s.id = q.contact_id and s.archived_at is null offset 0) seen
                        order by q.due, q.id"""))
                .param("today", today)
                .param("until", until)
                .param("late", mostLate)
                .param("soon", mostSoon)
                .query(PromiseRows::view)
                .list();
    }

    /** None where the viewer does not see the contact. */
    Optional<PromisesOfContact> ofContact(Viewer viewer, ContactId contact, int atMost) {
        return jdbc.sql("""
                        select count(p.id) filter (where p.state = 'kept') as kept,
                               count(p.id) filter (where p.state = 'broken') as broken,
                               count(p.id) filter (where p.state = 'open') > 0 as some_open
                          from seen_contact(:viewer) c left join promise p on p.contact_id = c.id
                         where c.id = :contact group by c.id
                        """)
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> new Counted(row.getInt("kept"), row.getInt("broken"), row.getBoolean("some_open")))
                .optional()
                .map(counted -> new PromisesOfContact(
                        counted.someOpen() ? open(viewer, contact, atMost) : List.of(),
                        counted.kept(),
                        counted.broken()));
    }

    private record Counted(int kept, int broken, boolean someOpen) {}

    private JdbcClient.StatementSpec query(Viewer viewer, String which) {
        return jdbc.sql(VIEW + which).param("viewer", viewer.uuid());
    }

    private static PromiseView view(ResultSet row, int n) throws SQLException {
        Integer turn = row.getObject("turn_seq", Integer.class);
        return new PromiseView(
                new PromiseId(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getString("contact_name"),
                row.getString("given_name"),
                row.getString("pronoun"),
                Side.of(row.getString("side")),
                row.getString("promiser_name"),
                row.getBoolean("mine"),
                row.getString("words"),
                Objects.requireNonNull(row.getObject("due", LocalDate.class)),
                State.of(row.getString("state")),
                row.getBoolean("next_step"),
                row.getTimestamp("said_at").toInstant(),
                turn,
                turn == null ? null : "/conversations/" + row.getString("turn_conversation") + "#t" + turn,
                row.getInt("version"),
                outcome(row));
    }

    private static @Nullable OutcomeView outcome(ResultSet row) throws SQLException {
        UUID id = row.getObject("outcome_id", UUID.class);
        return id == null
                ? null
                : new OutcomeView(
                        id,
                        OutcomeKind.of(row.getString("outcome_kind")),
                        Objects.requireNonNull(row.getObject("outcome_from", LocalDate.class)),
                        row.getString("outcome_by"),
                        row.getTimestamp("outcome_at").toInstant());
    }
}
