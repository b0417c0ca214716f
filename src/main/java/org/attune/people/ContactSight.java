package org.attune.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.attune.platform.ReadOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds contacts among those somebody may see, work with or lead. The rules themselves are the database functions
 * {@code seen_contact}, {@code tended_contact} and {@code led_contact}; whoever writes about a contact passes here first.
 */
@Component
@Transactional(readOnly = true)
public class ContactSight {

    private static final String NAMES = """
            select c.id, c.name, c.given_name, c.pronoun, k.name as company
              from %s c left join company k on k.id = c.company_id""";

    /** Whoever types one letter more finds what stands behind these. */
    private static final int LOOKED_AT = 500;

    private static final String LIKE = """
            with hit as materialized (select h.id from (%s) h limit 500)
            select c.id, c.name, c.given_name, c.pronoun, k.name as company
              from hit cross join lateral (select x.* from seen_contact(:viewer) x where x.id = hit.id and x.archived_at is null) c
              left join company k on k.id = c.company_id
             order by strpos(c.folded_name, folded(:words)) = 0,
                      similarity(c.folded_name, folded(:words)) desc, c.sort_name, c.id
             limit :most""";

    /** By where they work, or by both as a field that was completed has them. */
    private static final String AT_COMPANY = """
            (select c.id from company k join contact c on c.company_id = k.id
              where k.folded_name like '%' || folded(:pattern) || '%' and\s""" + InSight.ANY + """
             limit 500)
            union
            (select c.id from company k join contact c on c.company_id = k.id
              where strpos(:words, ', ') > 0 and k.folded_name = folded(substr(:words, strpos(:words, ', ') + 2))
                and c.folded_name = folded(split_part(:words, ', ', 1)) limit 500)""";

    private static final String SPELT_ALIKE =
            "select c.id from contact c where c.folded_name % folded(:words) and " + InSight.ANY + " limit 500";

    private record Seen(UserId viewer, ContactId contact) {}

    private record Tends(UserId viewer, ContactId contact) {}

    private record Speaks(UserId viewer, ContactId contact) {}

    private final JdbcClient jdbc;
    private final ReadOnce once;

    ContactSight(JdbcClient jdbc, ReadOnce once) {
        this.jdbc = jdbc;
        this.once = once;
    }

    /** @throws NotSeen when they may not see the contact, or there is none */
    public ContactName seen(Viewer viewer, ContactId contact) {
        return look(viewer, contact).orElseThrow(() -> missing(contact));
    }

    public boolean sees(Viewer viewer, ContactId contact) {
        return look(viewer, contact).isPresent();
    }

    private Optional<ContactName> look(Viewer viewer, ContactId contact) {
        return once.get(new Seen(viewer.id(), contact), () -> one("seen_contact(:viewer)", viewer, contact));
    }

    /** As a page has just read it. */
    void know(Viewer viewer, ContactName name, boolean tends, @Nullable String speaks) {
        once.know(new Seen(viewer.id(), name.id()), Optional.of(name));
        once.know(new Tends(viewer.id(), name.id()), tends);
        once.know(new Speaks(viewer.id(), name.id()), Optional.ofNullable(speaks));
    }

    /** The language somebody speaks, where that is known and the viewer sees them. */
    public Optional<String> speaks(Viewer viewer, ContactId contact) {
        return once.get(new Speaks(viewer.id(), contact), () -> jdbc.sql(
                        "select c.language from seen_contact(:viewer) c where c.id = :contact and c.language is not null")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query(String.class)
                .optional());
    }

    /** Whether they work with the contact: as its owner, companion or manager. */
    public boolean tends(Viewer viewer, ContactId contact) {
        return once.get(new Tends(viewer.id(), contact), () -> jdbc.sql(
                        "select exists (select from tended_contact(:viewer) c where c.id = :contact and c.erasure_id is null)")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query(Boolean.class)
                .single());
    }

    /**
     * Those of these contacts the viewer may see, in order of their names.
     *
     * @throws NotSeen when one of them may not be seen
     */
    public List<ContactName> seen(Viewer viewer, Collection<ContactId> contacts) {
        return all("seen_contact(:viewer)", viewer, contacts);
    }

    private List<ContactName> all(String among, Viewer viewer, Collection<ContactId> contacts) {
        List<ContactName> found = find(among, viewer, contacts);
        contacts.stream()
                .filter(wanted -> found.stream().noneMatch(name -> name.id().equals(wanted)))
                .findFirst()
                .ifPresent(wanted -> {
                    throw missing(wanted);
                });
        return found;
    }

    /**
     * For writing something new about them, which is for everybody who sees them, unless they were erased.
     *
     * @throws NotSeen when they may not see the contact, or nothing may be known about them any more
     */
    public ContactName stillKnown(Viewer viewer, ContactId contact) {
        return one("(select * from seen_contact(:viewer) where erasure_id is null)", viewer, contact)
                .orElseThrow(() -> missing(contact));
    }

    public List<ContactName> stillKnown(Viewer viewer, Collection<ContactId> contacts) {
        return all("(select * from seen_contact(:viewer) where erasure_id is null)", viewer, contacts);
    }

    /**
     * For what only the owner, companions and the team's manager do: edit, move, offer, archive, merge.
     *
     * @throws NotSeen when they do not work with the contact
     */
    public ContactName tended(Viewer viewer, ContactId contact) {
        return one("(select * from tended_contact(:viewer) where erasure_id is null)", viewer, contact)
                .orElseThrow(() -> missing(contact));
    }

    /**
     * For giving a contact another owner.
     *
     * @throws NotSeen when they do not lead the contact's team
     */
    public ContactName led(Viewer viewer, ContactId contact) {
        return one("led_contact(:viewer)", viewer, contact).orElseThrow(() -> missing(contact));
    }

    /**
     * People of a name like this, for a field that completes it or a list to choose from.
     *
     * @param words a part of a name, of a company, or something close to one; nothing is found for nothing
     */
    public List<ContactName> like(Viewer viewer, @Nullable String words, int atMost) {
        String looked = PlainText.line(words);
        if (looked.isEmpty()) {
            return List.of();
        }
        InSight sight = InSight.of(jdbc, viewer);
        Map<String, @Nullable Object> parameters = new HashMap<>();
        sight.into(parameters);
        parameters.put("viewer", viewer.uuid());
        parameters.put("words", looked);
        parameters.put("pattern", Patterns.literal(looked));
        parameters.put("most", atMost);
        String named = NamesInSight.of(looked).rows(sight, false, LOOKED_AT, parameters);
        List<ContactName> found =
                names(LIKE.formatted("select n.id from (" + named + ") n union " + AT_COMPANY), parameters);
        return found.isEmpty() ? names(LIKE.formatted(SPELT_ALIKE), parameters) : found;
    }

    private List<ContactName> names(String statement, Map<String, @Nullable Object> parameters) {
        return jdbc.sql(statement).params(parameters).query(ContactSight::name).list();
    }

    /**
     * Who they are today: the one they were merged into, or themselves. Says nothing about who may see them.
     */
    public ContactId today(ContactId contact) {
        return jdbc.sql("""
                with recursive same (id, merged_into) as (
                  select c.id, c.merged_into from contact c where c.id = :id
                  union
                  select c.id, c.merged_into from same s join contact c on c.id = s.merged_into)
                select id from same where merged_into is null""")
                .param("id", contact.value())
                .query(UUID.class)
                .optional()
                .map(ContactId::new)
                .orElse(contact);
    }

    /** The team a fact about this contact belongs to today. */
    public TeamId teamOf(ContactId contact) {
        return new TeamId(jdbc.sql("select team_id from contact where id = :id")
                .param("id", contact.value())
                .query(UUID.class)
                .single());
    }

    private Optional<ContactName> one(String among, Viewer viewer, ContactId contact) {
        return jdbc.sql((NAMES + " where c.id = :contact").formatted(among))
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query(ContactSight::name)
                .optional();
    }

    private List<ContactName> find(String among, Viewer viewer, Collection<ContactId> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql((NAMES + " where c.id = any (:ids::uuid[]) order by c.sort_name, c.id").formatted(among))
                .param("viewer", viewer.uuid())
                .param("ids", contacts.stream().map(ContactId::value).toArray(UUID[]::new))
                .query(ContactSight::name)
                .list();
    }

    private static ContactName name(ResultSet row, int n) throws SQLException {
        return new ContactName(
                new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("given_name"),
                row.getString("pronoun"),
                row.getString("company"));
    }

    private static NotSeen missing(ContactId contact) {
        return new NotSeen("contact " + contact.value());
    }
}
