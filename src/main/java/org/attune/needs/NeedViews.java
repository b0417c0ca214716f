package org.attune.needs;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.ManyIds;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Needs as somebody may see them. Any number of needs takes three statements, or four where somebody was not met yet. */
@Component
@Transactional(readOnly = true)
public class NeedViews {

    private static final int MOST_NEEDS = 100;
    private static final int STATING = 3;
    private static final int MOST_WORDS = 200;

    private record Of<T>(UUID need, T what) {}

    private final JdbcClient jdbc;

    NeedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One need with all that was heard about it.
     *
     * @throws NotSeen where the viewer sees none of its people, or there is none
     */
    public NeedView find(Viewer viewer, NeedId id) {
        return find(viewer, "n.id = :id", "id", id.value(), MOST_WORDS).stream()
                .findFirst()
                .orElseThrow(() -> new NotSeen("need " + id.value()));
    }

    /** The needs of these people, open ones first; the people themselves have to be seen. */
    public List<NeedView> ofContacts(Viewer viewer, Collection<ContactId> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        return find(
                viewer, """
                n.id = any (array(select p.need_id from need_person p join seen_contact(:viewer) c on c.id = p.contact_id
                                   where c.id in (:contacts)))""", "contacts", contacts.stream().map(ContactId::value).toList(), STATING);
    }

    /** A need that stands on a turn, for marking the very words there. */
    public record OnTurn(
            TurnId turn,
            NeedId need,
            String title,
            @Nullable String excerpt) {}

    /** Which needs stand on these turns. */
    public List<OnTurn> onTurns(Viewer viewer, Collection<TurnId> turns) {
        if (turns.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select l.heard_id, n.id, n.title, l.excerpt
                          from need_turn l join seen_need(:viewer) n on n.id = l.need_id
                         where l.heard_id = any (:turns::uuid[]) order by n.noted_at, n.id""")
                .param("viewer", viewer.uuid())
                .param("turns", ManyIds.of(turns.stream().map(TurnId::value).toList()))
                .query((row, n) -> new OnTurn(
                        new TurnId(row.getObject("heard_id", UUID.class)),
                        new NeedId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getString("excerpt")))
                .list();
    }

    /** The open needs of whoever takes part in a conversation, what was said last first. */
    public List<NeedId> openIn(Viewer viewer, ConversationId conversation) {
        return jdbc.sql("""
                        select n.id
                          from seen_need(:viewer) n
                          join need_person p on p.need_id = n.id
                          join participant a on a.contact_id = p.contact_id
                          join seen_conversation(:viewer) v on v.id = a.conversation_id
                          left join need_turn l on l.need_id = n.id
                          left join turn t on t.id = l.heard_id
                         where v.id = :conversation and n.ended_at is null and n.kind = 'problem'
                         group by n.id, n.noted_at
                         order by max(t.said_at) desc nulls last, n.noted_at desc, n.id
                         limit 5""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .query((row, n) -> new NeedId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Every change of state, latest first. */
    public List<ChangeView> history(Viewer viewer, NeedId id) {
        return jdbc.sql("""
                        select c.from_state, c.to_state, c.why, u.name, c.changed_at
                          from seen_need(:viewer) n join need_change c on c.need_id = n.id join app_user u on u.id = c.changed_by
                         where n.id = :id order by c.changed_at desc, c.id desc limit 100
                        """)
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> new ChangeView(
                        NeedWords.of(NeedState.class, row.getString("from_state")),
                        NeedWords.in(NeedState.class, row.getString("to_state")),
                        row.getString("why"),
                        row.getString("name"),
                        NeedRows.moment(row, "changed_at")))
                .list();
    }

    /** All playbacks with their answers, latest first: both texts are kept. */
    public List<PlaybackView> playbacks(Viewer viewer, NeedId id) {
        return jdbc.sql("""
                        select f.*, u.name as by
                          from seen_need(:viewer) n join need_confirmation f on f.need_id = n.id
                          join app_user u on u.id = f.noted_by
                         where n.id = :id order by f.noted_at desc, f.id desc limit 100
                        """)
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> Objects.requireNonNull(NeedViewRows.playback(row, "")))
                .list();
    }

    private List<NeedView> find(Viewer viewer, String which, String name, Object value, int stating) {
        List<NeedViewRows.Bare> needs = jdbc.sql(NeedQueries.NEEDS.formatted(which))
                .param("viewer", viewer.uuid())
                .param(name, value)
                .param("most", MOST_NEEDS)
                .query(NeedViewRows::bare)
                .list();
        if (needs.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = needs.stream().map(need -> need.id().value()).toList();
        Map<UUID, List<Of<NeedPersonView>>> people = people(viewer, ids);
        Map<UUID, List<Of<NotMetView>>> notMet =
                needs.stream().anyMatch(NeedViewRows.Bare::someNotMet) ? notMet(ids) : Map.of();
        Map<UUID, List<Of<HeardWords>>> words = words(viewer, needs, stating);
        return needs.stream()
                .map(need -> need.with(of(people, need), of(notMet, need), of(words, need)))
                .toList();
    }

    private static <T> List<T> of(Map<UUID, List<Of<T>>> all, NeedViewRows.Bare need) {
        return all.getOrDefault(need.id().value(), List.of()).stream()
                .map(Of::what)
                .toList();
    }

    private Map<UUID, List<Of<NeedPersonView>>> people(Viewer viewer, List<UUID> needs) {
        return jdbc
                .sql("""
                        select p.*, c.name, c.given_name from need_person p join seen_contact(:viewer) c on c.id = p.contact_id
                         where p.need_id = any (:needs::uuid[])
                         order by not p.has_problem, p.added_at, c.sort_name, c.id
                        """)
                .param("viewer", viewer.uuid())
                .param("needs", ManyIds.of(needs))
                .query((row, n) -> new Of<>(NeedRows.id(row, "need_id"), person(row)))
                .list()
                .stream()
                .collect(groupingBy(Of::need));
    }

    static NeedPersonView person(ResultSet row) throws SQLException {
        return new NeedPersonView(
                new ContactId(NeedRows.id(row, "contact_id")),
                row.getString("name"),
                row.getString("given_name"),
                PersonRoles.of(row));
    }

    private Map<UUID, List<Of<NotMetView>>> notMet(List<UUID> needs) {
        return jdbc
                .sql(
                        "select * from need_person_not_met where need_id = any (:needs::uuid[]) and met_as is null order by id")
                .param("needs", ManyIds.of(needs))
                .query((row, n) -> new Of<>(
                        NeedRows.id(row, "need_id"),
                        new NotMetView(NeedRows.id(row, "id"), row.getString("label"), PersonRoles.of(row))))
                .list()
                .stream()
                .collect(groupingBy(Of::need));
    }

    private Map<UUID, List<Of<HeardWords>>> words(Viewer viewer, List<NeedViewRows.Bare> needs, int stating) {
        return jdbc
                .sql(NeedQueries.words(stating == MOST_WORDS))
                .param("viewer", viewer.uuid())
                .param(
                        "needs",
                        ManyIds.of(needs.stream().map(need -> need.id().value()).toList()))
                .param(
                        "pinned",
                        ManyIds.of(needs.stream()
                                .flatMap(NeedViewRows.Bare::pinned)
                                .toList()))
                .param("most", stating)
                .query((row, n) -> new Of<>(NeedRows.id(row, "need_id"), NeedViewRows.words(row, n)))
                .list()
                .stream()
                .collect(groupingBy(Of::need));
    }
}
