package org.attune.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.health.Band;
import org.attune.people.ContactId;
import org.attune.people.InSight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the contacts somebody sees. Who stands on a page is found in the cards, and only they are then looked up. */
@Component
@Transactional(readOnly = true)
public class ContactLists {

    private static final int PAGE = 30;

    /** Counted no further than what a figure shows. */
    private static final int MANY = 100;

    private static final String LINES = """
            select c.id, c.name, c.owner_id, k.last_heard_at, k.silent_until, k.listen_by, k.score, k.band as health,
                   y.name as company, u.name as owner, g.name as stage, g.hat, t.words, t.exactness,
                   array(select x.tag from contact_tag x where x.contact_id = c.id order by x.tag) as tags,
                   r.words as promise, r.due,
                   k.listen_by <= :today and exists (select from stop_in_force(c.id)) as stopped,
                   exists (select from tended_contact(:viewer) a where a.id = c.id) as may_tend
              from unnest(:ids) with ordinality p (id, place)
              join seen_contact(:viewer) c on c.id = p.id
              join contact_card k on k.contact_id = c.id
              left join company y on y.id = c.company_id
              join app_user u on u.id = c.owner_id
              left join current_stage g on g.key = k.stage_key
              left join lateral (
                select w.words, w.exactness from seen_turn(:viewer) w where w.id = k.last_words_turn) t on true
              left join lateral (
                select o.words, o.due from promise o
                 where k.next_due is not null and o.contact_id = c.id and o.state = 'open'
                 order by o.due, o.id limit 1) r on true
             order by p.place""";

    private final ContactPicking picking;
    private final JdbcClient jdbc;
    private final Clock clock;

    ContactLists(ContactPicking picking, JdbcClient jdbc, Clock clock) {
        this.picking = picking;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public ListedContacts page(Viewer viewer, ContactFilter filter) {
        return page(viewer, InSight.of(jdbc, viewer), filter, PAGE);
    }

    /**
     * What stands on the page of contacts.
     *
     * @param counts how many each of the views everybody has holds, up to a hundred
     * @param owners those whose contacts the viewer sees because of the team
     */
    public record Overview(ListedContacts page, Map<Only, Integer> counts, List<Choice> owners) {}

    public Overview overview(Viewer viewer, ContactFilter filter) {
        InSight sight = InSight.of(jdbc, viewer);
        return new Overview(page(viewer, sight, filter, PAGE), counts(viewer, sight), owners(viewer, sight));
    }

    private ListedContacts page(Viewer viewer, InSight sight, ContactFilter filter, int size) {
        ContactPicking.Picked picked = picking.pick(sight, filter, parameters(viewer), size);
        return new ListedContacts(lines(viewer, picked.ids()), picked.next(), picked.stop());
    }

    /** @param size how many there are on a page */
    ContactPicking.Picked pick(Viewer viewer, ContactFilter filter, int size) {
        return picking.pick(InSight.of(jdbc, viewer), filter, parameters(viewer), size);
    }

    /** Who, and on which day: what every condition may ask about. */
    private Map<String, @Nullable Object> parameters(Viewer viewer) {
        return Map.of("viewer", viewer.uuid(), "today", today(viewer));
    }

    /** Only what is shown is looked up. */
    private List<ContactLine> lines(Viewer viewer, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        LocalDate today = today(viewer);
        return jdbc.sql(LINES)
                .param("viewer", viewer.uuid())
                .param("ids", ids.toArray(UUID[]::new))
                .param("today", today)
                .query((row, n) -> line(row, viewer.uuid(), today))
                .list();
    }

    private static ContactLine line(ResultSet row, UUID viewer, LocalDate today) throws SQLException {
        LocalDate silent = row.getObject("silent_until", LocalDate.class);
        LocalDate listen = row.getObject("listen_by", LocalDate.class);
        Timestamp heard = row.getTimestamp("last_heard_at");
        boolean own = Objects.equals(row.getObject("owner_id", UUID.class), viewer);
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
        return counts(viewer, InSight.of(jdbc, viewer));
    }

    private Map<Only, Integer> counts(Viewer viewer, InSight inSight) {
        Map<String, @Nullable Object> parameters = new HashMap<>(parameters(viewer));
        Sighted sight = new Sighted(inSight);
        String columns = Arrays.stream(Only.values())
                .map(only -> "(select count(*) from (select from (%s) c limit %d) x) as %s"
                        .formatted(cards(sight, only, parameters), MANY, only))
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + columns)
                .params(parameters)
                .query((row, n) -> counts(row))
                .single();
    }

    private static String cards(Sighted sight, Only only, Map<String, @Nullable Object> parameters) {
        UUID owner = only == Only.MINE ? (UUID) parameters.get("viewer") : null;
        return sight.cards(owner, "c.shelf = 'listed' and " + only.condition(), parameters);
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

    private List<Choice> owners(Viewer viewer, InSight sight) {
        if (sight.teams().length == 0) {
            return List.of();
        }
        return jdbc.sql("""
                        select id::text as value, name as label from app_user
                         where sells and id <> :viewer and team_id = any (:teams)
                         order by folded(name), id limit 200""")
                .param("viewer", viewer.uuid())
                .param("teams", sight.teams())
                .query(Choice.class)
                .list();
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
