package org.attune.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.StartedBy;
import org.attune.desk.TodayPlan.Due;
import org.attune.desk.TodayPlan.LastWords;
import org.attune.desk.TodayPlan.Person;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's own planned conversations with their brief: four statements, however many; one where there are none. */
@Component
@Transactional(readOnly = true)
public class TodayPlans {

    private static final int MOST = 20;

    private static final String PLANNED = """
            select v.id, v.planned_for, v.channel, v.started_by, v.planned_minutes, v.asked_for, w.*
              from noticed_conversation(:viewer) v
              left join lateral (
                select t.words, t.exactness, t.seq, t.conversation_id, t.said_at, coalesce(nullif(c.given_name, ''), c.name) as speaker,
                       exists (select from open_thread o where o.turn_id = t.id
                                and o.picked_up_by_turn is null and o.let_go_at is null) as waiting
                  from participant p join seen_contact(:viewer) c on c.id = p.contact_id
                  join seen_turn(:viewer) t on t.speaker_id = c.id
                 where p.conversation_id = v.id and t.kind = 'heard' and t.words is not null
                   and not exists (select from turn_mark m where m.turn_id = t.id and m.kind in ('personal', 'sensitive'))
                 order by t.said_at desc, t.seq desc limit 1) w on true
             where v.id = any (array(
               (select b.id from noticed_conversation(:viewer) b where b.owner_id = :viewer and b.state = 'planned' and b.planned_for < :morning
                 order by b.planned_for, b.id limit :most)
               union all
               (select b.id from noticed_conversation(:viewer) b where b.owner_id = :viewer and b.state = 'planned'
                   and b.planned_for >= :morning and b.planned_for < :evening
                 order by b.planned_for, b.id limit :most)))
             order by v.planned_for, v.id
            """;

    private final JdbcClient jdbc;

    TodayPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            UUID id,
            Instant at,
            Channel channel,
            StartedBy startedBy,
            @Nullable Integer minutes,
            boolean askedFor,
            @Nullable LastWords lastWords) {}

    /** Planned for before this morning, and nobody said what became of it; and planned for today. */
    public record Plans(List<TodayPlan> missed, List<TodayPlan> today) {

        public boolean isEmpty() {
            return missed.isEmpty() && today.isEmpty();
        }
    }

    public Plans of(Viewer viewer, Instant morning, Instant evening) {
        Map<Boolean, List<TodayPlan>> missed = until(viewer, morning, evening).stream()
                .collect(Collectors.partitioningBy(plan -> plan.at().isBefore(morning)));
        return new Plans(missed.getOrDefault(true, List.of()), missed.getOrDefault(false, List.of()));
    }

    private List<TodayPlan> until(Viewer viewer, Instant morning, Instant evening) {
        List<Row> rows = jdbc.sql(PLANNED)
                .param("viewer", viewer.uuid())
                .param("morning", Timestamp.from(morning))
                .param("evening", Timestamp.from(evening))
                .param("most", MOST)
                .query(TodayPlans::row)
                .list();
        return rows.isEmpty() ? List.of() : briefed(viewer, rows);
    }

    private List<TodayPlan> briefed(Viewer viewer, List<Row> rows) {
        UUID[] ids = rows.stream().map(Row::id).toArray(UUID[]::new);
        Map<UUID, List<Person>> people = people(viewer, ids);
        Map<UUID, List<Due>> promises = promises(viewer, ids);
        Map<UUID, List<String>> assumptions = assumptions(viewer, ids);
        return rows.stream()
                .map(row -> new TodayPlan(
                        new ConversationId(row.id()),
                        row.at(),
                        row.channel(),
                        row.startedBy(),
                        row.askedFor(),
                        row.minutes(),
                        people.getOrDefault(row.id(), List.of()),
                        row.lastWords(),
                        promises.getOrDefault(row.id(), List.of()),
                        assumptions.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        int minutes = row.getInt("planned_minutes");
        return new Row(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getTimestamp("planned_for").toInstant(),
                Objects.requireNonNull(ContactPageTalks.named(Channel.class, row.getString("channel"))),
                Objects.requireNonNull(ContactPageTalks.named(StartedBy.class, row.getString("started_by"))),
                minutes == 0 ? null : minutes,
                row.getBoolean("asked_for"),
                lastWords(row));
    }

    private static @Nullable LastWords lastWords(ResultSet row) throws SQLException {
        String words = row.getString("words");
        return words == null
                ? null
                : new LastWords(
                        words,
                        ContactPageTalks.how(row.getString("exactness")),
                        row.getString("speaker"),
                        row.getTimestamp("said_at").toInstant(),
                        row.getInt("seq"),
                        "/conversations/" + row.getString("conversation_id") + "#t" + row.getInt("seq"),
                        row.getBoolean("waiting"));
    }

    private Map<UUID, List<Person>> people(Viewer viewer, UUID[] ids) {
        Map<UUID, List<Person>> people = new HashMap<>();
        jdbc.sql("""
                        select p.conversation_id, c.id, c.name, coalesce(nullif(c.given_name, ''), c.name) as given, k.name as company,
                               g.name as stage, d.last_heard_at is null as is_new, coalesce(d.open_threads, 0) as threads
                          from participant p join seen_contact(:viewer) c on c.id = p.contact_id
                          left join company k on k.id = c.company_id
                          left join contact_card d on d.contact_id = c.id
                          left join contact_stage s on s.contact_id = c.id
                          left join current_stage g on g.key = s.stage_key
                         where p.conversation_id = any (:ids::uuid[])
                         order by p.joined_at, c.sort_name, c.id""").param("viewer", viewer.uuid()).param("ids", ids).query((ResultSet row) -> {
            add(
                    people,
                    row,
                    new Person(
                            new ContactId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            row.getString("given"),
                            row.getString("company"),
                            row.getString("stage"),
                            row.getBoolean("is_new"),
                            row.getInt("threads")));
        });
        return people;
    }

    private Map<UUID, List<Due>> promises(Viewer viewer, UUID[] ids) {
        Map<UUID, List<Due>> promises = new HashMap<>();
        jdbc.sql("""
                        select p.conversation_id, coalesce(nullif(c.given_name, ''), c.name) as given, r.words, r.due, r.side = 'us' as ours,
                               coalesce(r.promiser_id = :viewer, false) as mine
                          from participant p join seen_contact(:viewer) c on c.id = p.contact_id
                          join promise r on r.contact_id = c.id and r.state = 'open'
                         where p.conversation_id = any (:ids::uuid[])
                         order by r.due, r.id limit 100""").param("viewer", viewer.uuid()).param("ids", ids).query((ResultSet row) -> {
            add(
                    promises,
                    row,
                    new Due(
                            row.getString("given"),
                            row.getString("words"),
                            Objects.requireNonNull(row.getObject("due", LocalDate.class)),
                            row.getBoolean("ours"),
                            row.getBoolean("mine")));
        });
        return promises;
    }

    private Map<UUID, List<String>> assumptions(Viewer viewer, UUID[] ids) {
        Map<UUID, List<String>> assumptions = new HashMap<>();
        jdbc.sql("""
                        select p.conversation_id, a.words
                          from participant p join seen_contact(:viewer) c on c.id = p.contact_id
                          join assumption a on a.contact_id = c.id and (a.settled is null or a.settled = 'untested')
                         where p.conversation_id = any (:ids::uuid[])
                         order by a.made_at desc, a.id limit 100""").param("viewer", viewer.uuid()).param("ids", ids).query((ResultSet row) -> {
            add(assumptions, row, row.getString("words"));
        });
        return assumptions;
    }

    private static <T> void add(Map<UUID, List<T>> lists, ResultSet row, T what) throws SQLException {
        lists.computeIfAbsent(row.getObject("conversation_id", UUID.class), id -> new ArrayList<>())
                .add(what);
    }
}
