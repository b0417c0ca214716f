package org.attune.desk;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.desk.TodayPlan.LastWords;
import org.attune.people.ContactId;
import org.attune.promises.PromiseView;
import org.attune.promises.Promises;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The brief of a hand-over, for each contact the viewer sees: what they said last, what nobody has followed up, what is
 * promised, who told them. Three statements, however many contacts.
 */
@Component
@Transactional(readOnly = true)
public class Briefs {

    /** More do not fit into anybody's head at once; the rest is on the list of contacts. */
    public static final int MOST = 50;

    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private static final String WORDS = "t.words, t.exactness, t.said_at, t.conversation_id, t.seq";

    private static final String CONTACTS = """
            select c.id, c.name, k.name as company, %s, o.told_by, o.on_day,
                   c.archived_at is null and exists (select from tended_contact(:viewer) m where m.id = c.id) as tended
              from seen_contact(:viewer) c
              left join company k on k.id = c.company_id
              left join contact_card d on d.contact_id = c.id
              left join seen_turn(:viewer) t on t.id = d.last_words_turn and t.words is not null
              left join lateral (
                select u.name as told_by, w.on_day from contact_owner_change x
                  join told_of_owner w on w.owner_change_id = x.id join app_user u on u.id = w.told_by
                 where x.contact_id = c.id and x.hand_over_id = :handOver limit 1) o on true
             where c.archived_at is null and %s
             order by c.sort_name, c.id limit :most""";

    private static final String THREADS = """
            select t.speaker_id, c.name, %s from open_thread h join seen_turn(:viewer) t on t.id = h.turn_id
              join seen_contact(:viewer) c on c.id = t.speaker_id
             where t.speaker_id in (:contacts) and h.picked_up_by_turn is null and h.let_go_at is null and t.words is not null
             order by h.opened_at limit 200""".formatted(WORDS);

    private final JdbcClient jdbc;
    private final Promises promises;

    Briefs(JdbcClient jdbc, Promises promises) {
        this.jdbc = jdbc;
        this.promises = promises;
    }

    /** Those who changed hands then. */
    public List<BriefedContact> of(Viewer viewer, UUID handOver) {
        return read(
                viewer,
                "c.id in (select y.contact_id from contact_owner_change y where y.hand_over_id = :handOver)",
                handOver,
                null);
    }

    /** Those somebody works with today, before they are handed over. */
    public List<BriefedContact> of(Viewer viewer, UserId owner) {
        return read(viewer, "c.owner_id = :owner", null, owner);
    }

    private List<BriefedContact> read(Viewer viewer, String which, @Nullable UUID handOver, @Nullable UserId owner) {
        List<BriefedContact> contacts = jdbc.sql(CONTACTS.formatted(WORDS, which))
                .param("viewer", viewer.uuid())
                .param("handOver", handOver)
                .param("owner", owner == null ? null : owner.value())
                .param("most", MOST)
                .query(Briefs::contact)
                .list();
        List<ContactId> ids = contacts.stream().map(BriefedContact::id).toList();
        if (ids.isEmpty()) {
            return contacts;
        }
        Map<ContactId, List<PromiseView>> promised =
                promises.openWith(viewer, ids, EVER).stream().collect(Collectors.groupingBy(PromiseView::contact));
        Map<UUID, List<Thread>> open = threads(viewer, ids).stream().collect(Collectors.groupingBy(Thread::contact));
        return contacts.stream()
                .map(one -> with(
                        one,
                        open.getOrDefault(one.id().value(), List.of()),
                        promised.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private record Thread(UUID contact, LastWords words) {}

    private List<Thread> threads(Viewer viewer, List<ContactId> contacts) {
        return jdbc.sql(THREADS)
                .param("viewer", viewer.uuid())
                .param("contacts", contacts.stream().map(ContactId::value).toList())
                .query((row, n) -> new Thread(
                        Objects.requireNonNull(row.getObject("speaker_id", UUID.class)),
                        Objects.requireNonNull(words(row))))
                .list();
    }

    private static BriefedContact with(BriefedContact one, List<Thread> threads, List<PromiseView> promises) {
        return new BriefedContact(
                one.id(),
                one.name(),
                one.company(),
                one.lastWords(),
                threads.stream().map(Thread::words).toList(),
                promises,
                one.toldBy(),
                one.toldOn(),
                one.mayTell());
    }

    private static BriefedContact contact(ResultSet row, int n) throws SQLException {
        Date told = row.getDate("on_day");
        return new BriefedContact(
                new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("company"),
                words(row),
                List.of(),
                List.of(),
                row.getString("told_by"),
                told == null ? null : told.toLocalDate(),
                row.getBoolean("tended"));
    }

    private static @Nullable LastWords words(ResultSet row) throws SQLException {
        String words = row.getString("words");
        return words == null
                ? null
                : new LastWords(
                        words,
                        ContactPageTalks.how(row.getString("exactness")),
                        row.getString("name"),
                        row.getTimestamp("said_at").toInstant(),
                        row.getInt("seq"),
                        "/conversations/" + row.getString("conversation_id") + "#t" + row.getInt("seq"),
                        false);
    }
}
