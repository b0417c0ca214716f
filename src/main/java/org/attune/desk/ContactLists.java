package org.attune.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.health.Band;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the contacts somebody sees. Each page is one statement, whatever is filtered and however it is ordered. */
@Component
@Transactional(readOnly = true)
public class ContactLists {

    private static final int PAGE = 30;

    /** Counted no further than what a figure shows. */
    private static final int MANY = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    ContactLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Row(ContactLine line, String key) {}

    public KeysetPage<ContactLine> page(Viewer viewer, ContactFilter filter) {
        return page(viewer, filter, PAGE);
    }

    /** @param size how many there are on a page */
    public KeysetPage<ContactLine> page(Viewer viewer, ContactFilter filter, int size) {
        ListKey from = ListKey.parse(filter.after(), filter.order());
        Map<String, @Nullable Object> parameters = new HashMap<>();
        String chosen = conditions(filter, from, parameters);
        parameters.put("viewer", viewer.uuid());
        parameters.put("today", today(viewer));
        parameters.put("most", size + 1);
        List<Row> rows = rows(statement(filter.order(), chosen), parameters);
        KeysetPage<Row> page = KeysetPage.of(rows, size, row -> new ListKey(
                        filter.order(), row.key(), row.line().id().value())
                .toString());
        return new KeysetPage<>(page.items().stream().map(Row::line).toList(), page.next());
    }

    /** Rows are chosen and cut first; only what is shown is then looked up. */
    private static String statement(ContactOrder order, String chosen) {
        return """
                with page as (
                  select c.id, c.name, c.company_id, c.owner_id, k.stage_key, k.last_heard_at, k.last_words_turn,
                         k.silent_until, k.listen_by, h.score, coalesce(h.band, 'unknown') as health, %1$s as key, row_number() over (order by %2$s) as place
                    from seen_contact(:viewer) c left join contact_card k on k.contact_id = c.id
                    left join contact_health h on h.contact_id = c.id
                   where %3$s
                   order by %2$s limit :most)
                select p.*, y.name as company, u.name as owner, g.name as stage, g.hat, t.words, t.exactness,
                       array(select x.tag from contact_tag x where x.contact_id = p.id order by x.tag) as tags,
                       r.words as promise, r.due,
                       exists (select from stop_in_force(p.id)) as stopped,
                       exists (select from tended_contact(:viewer) a where a.id = p.id) as may_tend
                  from page p
                  left join company y on y.id = p.company_id
                  join app_user u on u.id = p.owner_id
                  left join contact_stage s on s.contact_id = p.id
                  left join current_stage g on g.key = s.stage_key
                  left join lateral (
                    select w.words, w.exactness from seen_turn(:viewer) w where w.id = p.last_words_turn) t on true
                  left join lateral (
                    select o.words, o.due from promise o where o.contact_id = p.id and o.state = 'open'
                     order by o.due, o.id limit 1) r on true
                 order by p.place""".formatted(order.key(), order.orderBy(), chosen);
    }

    /** Only fixed pieces of SQL are put together; what was typed travels beside them. */
    private static String conditions(
            ContactFilter filter, @Nullable ListKey from, Map<String, @Nullable Object> parameters) {
        List<String> all = new ArrayList<>();
        all.add(filter.archived() ? "c.archived_at is not null" : "c.archived_at is null");
        if (filter.only() != null) {
            all.add(filter.only().condition());
        }
        if (filter.heard() != null) {
            all.add(filter.heard().condition());
        }
        add(all, parameters, "stage", filter.stage(), "k.stage_key = :stage");
        Band band = filter.band();
        add(all, parameters, "band", band == null ? null : band.code(), "coalesce(h.band, 'unknown') = :band");
        add(all, parameters, "owner", filter.owner(), "c.owner_id = :owner");
        add(all, parameters, "company", filter.company(), "c.company_id = :company");
        String tag = filter.tag() == null ? null : ContactDetails.tag(filter.tag());
        add(
                all,
                parameters,
                "tag",
                tag,
                "exists (select from contact_tag x where x.contact_id = c.id and x.tag = :tag)");
        add(all, parameters, "words", filter.words(), """
                (strpos(c.folded_name, folded(:words)) > 0 or c.folded_name % folded(:words)
                  or c.company_id in (select y.id from company y where strpos(y.folded_name, folded(:words)) > 0))""");
        all.addAll(filter.own().conditions());
        parameters.putAll(filter.own().parameters());
        if (from != null) {
            all.add(filter.order().beyond());
            parameters.put("key", from.value());
            parameters.put("after", from.id());
        }
        return String.join(" and ", all);
    }

    private static void add(
            List<String> all,
            Map<String, @Nullable Object> parameters,
            String name,
            @Nullable Object value,
            String condition) {
        if (value != null) {
            all.add(condition);
            parameters.put(name, value);
        }
    }

    private List<Row> rows(String statement, Map<String, @Nullable Object> parameters) {
        try {
            return jdbc.sql(statement)
                    .params(parameters)
                    .query((row, n) -> new Row(line(row, parameters), row.getString("key")))
                    .list();
        } catch (DataIntegrityViolationException keyIsNone) {
            throw new NotSeen("page");
        }
    }

    private static ContactLine line(ResultSet row, Map<String, @Nullable Object> parameters) throws SQLException {
        LocalDate today = (LocalDate) Objects.requireNonNull(parameters.get("today"));
        LocalDate silent = row.getObject("silent_until", LocalDate.class);
        LocalDate listen = row.getObject("listen_by", LocalDate.class);
        Timestamp heard = row.getTimestamp("last_heard_at");
        boolean own = Objects.equals(row.getObject("owner_id", UUID.class), parameters.get("viewer"));
        return new ContactLine(
                new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("company"),
                own ? null : row.getString("owner"),
                row.getString("stage"),
                row.getString("hat"),
                row.getString("words"),
                row.getString("exactness"),
                heard == null ? null : heard.toInstant(),
                tags(row.getArray("tags")),
                row.getObject("score", Integer.class),
                Band.ofCode(row.getString("health")),
                silent == null || !silent.isAfter(today) ? null : silent,
                listen == null || listen.isAfter(today) || row.getBoolean("stopped") ? null : listen,
                row.getString("promise"),
                row.getObject("due", LocalDate.class),
                row.getBoolean("may_tend"));
    }

    private static List<String> tags(Array tags) throws SQLException {
        return Arrays.asList((String[]) tags.getArray());
    }

    /** How many each of the views everybody has holds, up to a hundred. */
    public Map<Only, Integer> counts(Viewer viewer) {
        String columns = Arrays.stream(Only.values())
                .map(only -> """
                        (select count(*) from (
                           select from seen_contact(:viewer) c left join contact_card k on k.contact_id = c.id
                            where c.archived_at is null and %s limit :many) x) as %s""".formatted(only.condition(), only))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return jdbc.sql("select " + columns)
                .param("viewer", viewer.uuid())
                .param("today", today(viewer))
                .param("many", MANY)
                .query((row, n) -> counts(row))
                .single();
    }

    private static Map<Only, Integer> counts(ResultSet row) throws SQLException {
        Map<Only, Integer> counts = new EnumMap<>(Only.class);
        for (Only only : Only.values()) {
            counts.put(only, row.getInt(only.name()));
        }
        return counts;
    }

    /** One answer a filter offers. */
    public record Choice(String value, String label) {}

    /** Those whose contacts the viewer sees because of the team. */
    public List<Choice> owners(Viewer viewer) {
        return jdbc.sql("""
                        select id::text as value, name as label from app_user
                         where sells and id <> :viewer and team_id in (select seen_team(:viewer))
                         order by folded(name), id limit 200""").param("viewer", viewer.uuid()).query(Choice.class).list();
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
