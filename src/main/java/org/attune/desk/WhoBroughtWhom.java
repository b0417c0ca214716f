package org.attune.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who brought whom, and what became of them. Somebody the viewer does not see counts without a name; what was taken back counts
 * nowhere. Two statements for a page, whatever is on it.
 */
@Component
@Transactional(readOnly = true)
public class WhoBroughtWhom {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    WhoBroughtWhom(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who was brought to us.
     *
     * @param contact none where the viewer does not see them, and then nothing else is known either
     * @param since since when they are a customer
     * @param thanks the promise to thank for it, if there is one
     */
    public record Brought(
            UUID introduction,
            LocalDate day,
            @Nullable ContactId contact,
            @Nullable String name,
            @Nullable String stage,
            @Nullable LocalDate since,
            @Nullable UUID thanks,
            boolean thanked,
            @Nullable LocalDate thanksDue) {}

    /** Somebody who brought us others. */
    public record Introducer(ContactId contact, String name, String givenName, String key, List<Brought> brought) {

        public List<Brought> seen() {
            return brought.stream().filter(one -> one.contact() != null).toList();
        }

        public int unseen() {
            return brought.size() - seen().size();
        }

        public long customers() {
            return brought.stream().filter(one -> one.since() != null).count();
        }
    }

    /** Those who brought somebody, in order of their names. */
    public KeysetPage<Introducer> page(Viewer viewer, @Nullable String after, int size) {
        ListKey key = ListKey.parse(after, ContactOrder.NAME);
        List<Introducer> found = jdbc.sql("select c.id, c.name, c.given_name, c.sort_name from ("
                        + IntroductionsInSight.seen("k.introduces and (k.sort_name, k.contact_id) > (:name, :id)")
                        + """
                        ) k cross join lateral (select s.* from seen_contact(:viewer) s where s.id = k.contact_id offset 0) c
                         order by c.sort_name, c.id""")
                .param("viewer", viewer.uuid())
                .param("name", key == null ? "" : key.value())
                .param("id", key == null ? new UUID(0, 0) : key.id())
                .param("most", size + 1)
                .query((row, n) -> new Introducer(
                        new ContactId(uuid(row, "id")),
                        row.getString("name"),
                        row.getString("given_name"),
                        new ListKey(ContactOrder.NAME, row.getString("sort_name"), uuid(row, "id")).toString(),
                        List.of()))
                .list();
        KeysetPage<Introducer> page = KeysetPage.of(found, size, Introducer::key);
        Map<UUID, List<Brought>> brought = brought(viewer, page.items());
        return new KeysetPage<>(
                page.items().stream()
                        .map(one -> new Introducer(
                                one.contact(),
                                one.name(),
                                one.givenName(),
                                one.key(),
                                brought.getOrDefault(one.contact().value(), List.of())))
                        .toList(),
                page.next());
    }

    private Map<UUID, List<Brought>> brought(Viewer viewer, List<Introducer> by) {
        Map<UUID, List<Brought>> brought = new LinkedHashMap<>();
        jdbc.sql("""
                        select i.introducer_id, i.id, i.on_day, c.id as contact_id, c.name, g.name as stage, m.since,
                               t.promise_id, t.state, t.due
                          from introduction i
                          left join lateral (select s.id, s.name from seen_contact(:viewer) s where s.id = i.introduced_id offset 0) c on true
                          left join contact_stage k on k.contact_id = c.id left join current_stage g on g.key = k.stage_key
                          left join lateral (select min((s.moved_at at time zone :zone)::date) as since from stage_move s
                                              where s.contact_id = c.id and s.to_key in ('customer', 'advocate')) m on true
                          left join lateral thanks_for(i.id) t on true
                         where i.introducer_id = any (:ids::uuid[]) and i.withdrawn_at is null
                         order by i.on_day desc, i.id""")
                .param("viewer", viewer.uuid())
                .param("zone", viewer.zone().getId())
                .param("ids", by.stream().map(one -> one.contact().value()).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    brought.computeIfAbsent(uuid(row, "introducer_id"), first -> new ArrayList<>())
                            .add(brought(row));
                });
        return brought;
    }

    private static Brought brought(ResultSet row) throws SQLException {
        UUID contact = row.getObject("contact_id", UUID.class);
        return new Brought(
                uuid(row, "id"),
                Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                contact == null ? null : new ContactId(contact),
                row.getString("name"),
                row.getString("stage"),
                row.getObject("since", LocalDate.class),
                row.getObject("promise_id", UUID.class),
                "kept".equals(row.getString("state")),
                row.getObject("due", LocalDate.class));
    }

    /** Whom people the viewer does not see brought to us: how many of those they see. */
    public int byOthers(Viewer viewer) {
        return jdbc.sql(IntroductionsInSight.BY_OTHERS)
                .param("viewer", viewer.uuid())
                .query(Integer.class)
                .single();
    }

    /** One in a chain, and those they brought; without a name where the viewer does not see them. */
    public record Link(
            @Nullable ContactId contact, @Nullable String name, List<Link> brought) {}

    private record Step(
            UUID[] path,
            @Nullable ContactId contact,
            @Nullable String name) {}

    /** Chains of three and more, from whoever nobody brought; at most six deep. */
    public List<Link> chains(Viewer viewer, int atMost) {
        List<Step> steps = jdbc.sql("with recursive first as (" + IntroductionsInSight.seen("k.leads") + """
                        ),
                        tree as (
                          select f.contact_id as id, array[f.contact_id] as path, array[f.sort_name || f.contact_id] as place from first f
                          union all
                          select i.introduced_id, t.path || i.introduced_id, t.place || (i.on_day::text || i.id)
                            from tree t join introduction i on i.introducer_id = t.id and i.withdrawn_at is null
                           where cardinality(t.path) < 6 and i.introduced_id <> all (t.path))
                        select t.path, c.id, c.name
                          from (select * from tree order by place limit :steps) t
                          left join lateral (select s.id, s.name from seen_contact(:viewer) s where s.id = t.id offset 0) c on true
                         order by t.place""")
                .param("viewer", viewer.uuid())
                .param("most", atMost)
                .param("steps", MOST)
                .query((row, n) -> step(row))
                .list();
        return below(steps, List.of());
    }

    private static Step step(ResultSet row) throws SQLException {
        UUID contact = row.getObject("id", UUID.class);
        return new Step(
                (UUID[]) row.getArray("path").getArray(),
                contact == null ? null : new ContactId(contact),
                row.getString("name"));
    }

    private static List<Link> below(List<Step> steps, List<UUID> above) {
        return steps.stream()
                .filter(step -> step.path().length == above.size() + 1
                        && List.of(step.path()).subList(0, above.size()).equals(above))
                .map(step -> new Link(step.contact(), step.name(), below(steps, List.of(step.path()))))
                .toList();
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
