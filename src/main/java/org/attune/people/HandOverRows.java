package org.attune.people;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How hand-overs stand in the database. */
@Component
class HandOverRows {

    // Whoever did it or takes over, whoever sees one of the contacts, and admins, who see no more than the numbers.
    private static final String VIEW = """
            select h.id, f.name as from_name, h.to_user, t.name as to_name, h.why, h.leaves, h.contacts, h.promises, h.talks,
                   h.offers, b.name as by_name, h.done_at
              from hand_over h join app_user f on f.id = h.from_user join app_user b on b.id = h.done_by
              left join app_user t on t.id = h.to_user
             where h.id = :id
               and (h.done_by = :viewer or h.to_user = :viewer
                 or exists (select from app_user a where a.id = :viewer and a.role = 'admin' and a.deactivated_at is null)
                 or exists (select from contact_owner_change o join seen_contact(:viewer) c on c.id = o.contact_id
                             where o.hand_over_id = h.id))""";

    private final JdbcClient jdbc;

    HandOverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever else changes one of the two; always in the same order, so that nobody waits in a circle. */
    void lock(UserId from, @Nullable UserId to) {
        jdbc.sql("select id from app_user where id in (:from, :to) order by id for update")
                .param("from", from.value())
                .param("to", to == null ? from.value() : to.value())
                .query(UUID.class)
                .list();
    }

    Optional<TeamId> teamOfSeller(UserId user) {
        return jdbc.sql("select team_id from app_user where id = :id and sells and deactivated_at is null")
                .param("id", user.value())
                .query(UUID.class)
                .optional()
                .map(TeamId::new);
    }

    int contactsOf(UserId owner) {
        return jdbc.sql("select count(*) from contact where owner_id = :owner and merged_into is null")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    /** False where it is there already. */
    boolean begin(HandOver handOver, boolean leaves, Viewer by) {
        return jdbc.sql("""
                        insert into hand_over (id, from_user, to_user, contact_id, why, leaves, done_by)
                        values (:id, :from, :to, :contact, :why, :leaves, :by) on conflict (id) do nothing""")
                        .param("id", handOver.id())
                        .param("from", handOver.from().value())
                        .param("to", uuid(handOver.to()))
                        .param(
                                "contact",
                                handOver.only() == null ? null : handOver.only().value())
                        .param("why", handOver.why())
                        .param("leaves", leaves)
                        .param("by", by.uuid())
                        .update()
                == 1;
    }

    /** From whom, where it has taken place. */
    Optional<UserId> fromOf(UUID id) {
        return jdbc.sql("select from_user from hand_over where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    boolean isSame(HandOver handOver) {
        return jdbc.sql("""
                        select exists (select from hand_over where id = :id and from_user = :from
                          and to_user is not distinct from :to::uuid and contact_id is not distinct from :contact::uuid
                          and why is not distinct from :why::text)""")
                .param("id", handOver.id())
                .param("from", handOver.from().value())
                .param("to", uuid(handOver.to()))
                .param(
                        "contact",
                        handOver.only() == null ? null : handOver.only().value())
                .param("why", handOver.why())
                .query(Boolean.class)
                .single();
    }

    /** Those that were merged into another go along: undoing the merge may bring them back. */
    Set<ContactId> move(HandOver handOver, UserId to, TeamId team, Viewer by) {
        List<UUID> moved = jdbc.sql("""
                        with moved as (
                          update contact set owner_id = :to, team_id = :team, version = version + 1
                           where owner_id = :from and (:contact::uuid is null or id = :contact) returning id),
                        alone as (
                          delete from companion p using moved m where p.contact_id = m.id and p.user_id = :to)
                        insert into contact_owner_change (id, contact_id, from_user, to_user, changed_by, hand_over_id)
                        select uuidv7(), m.id, :from, :to, :by, :handOver from moved m returning contact_id""")
                .param("to", to.value())
                .param("team", team.value())
                .param("from", handOver.from().value())
                .param(
                        "contact",
                        handOver.only() == null ? null : handOver.only().value())
                .param("by", by.uuid())
                .param("handOver", handOver.id())
                .query(UUID.class)
                .list();
        return moved.stream().map(Objects::requireNonNull).map(ContactId::new).collect(Collectors.toSet());
    }

    void count(UUID id, HandOverCount count) {
        jdbc.sql(
                        "update hand_over set contacts = :contacts, promises = :promises, talks = :talks, offers = :offers where id = :id")
                .param("contacts", count.contacts())
                .param("promises", count.promises())
                .param("talks", count.talks())
                .param("offers", count.offers())
                .param("id", id)
                .update();
    }

    Optional<HandOverView> find(Viewer viewer, UUID id) {
        return jdbc.sql(VIEW)
                .param("id", id)
                .param("viewer", viewer.uuid())
                .query(HandOverRows::view)
                .optional();
    }

    /** False where nobody of theirs was handed over then. */
    boolean told(Viewer viewer, UUID handOver, ContactId contact, LocalDate day) {
        Optional<UUID> change = jdbc.sql("""
                        select o.id from contact_owner_change o join tended_contact(:viewer) c on c.id = o.contact_id
                         where o.hand_over_id = :handOver and c.id = :contact order by o.changed_at desc limit 1""")
                .param("viewer", viewer.uuid())
                .param("handOver", handOver)
                .param("contact", contact.value())
                .query(UUID.class)
                .optional();
        change.ifPresent(id -> jdbc.sql("""
                        insert into told_of_owner (owner_change_id, told_by, on_day) values (:change, :by, :day)
                        on conflict do nothing""")
                .param("change", id)
                .param("by", viewer.uuid())
                .param("day", Date.valueOf(day))
                .update());
        return change.isPresent();
    }

    private static HandOverView view(ResultSet row, int n) throws SQLException {
        UUID to = row.getObject("to_user", UUID.class);
        return new HandOverView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("from_name"),
                to == null ? null : new UserId(to),
                row.getString("to_name"),
                row.getString("why"),
                row.getBoolean("leaves"),
                new HandOverCount(
                        row.getInt("contacts"), row.getInt("promises"), row.getInt("talks"), row.getInt("offers")),
                row.getString("by_name"),
                row.getTimestamp("done_at").toInstant());
    }

    private static @Nullable UUID uuid(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
