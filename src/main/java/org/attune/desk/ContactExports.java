package org.attune.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.fields.Field;
import org.attune.fields.FieldColumns;
import org.attune.fields.FieldLine;
import org.attune.fields.Holder;
import org.attune.people.ContactId;
import org.attune.platform.Deed;
import org.attune.platform.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A list of contacts as a table to take along: those the viewer sees, narrowed as on the page. That it was taken is on the trail. */
@Component
@Transactional
public class ContactExports {

    /** Whoever needs more takes it in parts, narrowed by a filter. */
    public static final int MOST = 10_000;

    private static final int AT_ONCE = 500;

    private final ContactLists lists;
    private final FieldColumns columns;
    private final Trail trail;
    private final JdbcClient jdbc;

    ContactExports(ContactLists lists, FieldColumns columns, Trail trail, JdbcClient jdbc) {
        this.lists = lists;
        this.columns = columns;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /**
     * Line by line, without headings: given and family name, job title, company, e-mail addresses, numbers, language, source, stage,
     * owner, tags, then the organisation's own fields.
     */
    public List<List<String>> lines(Viewer viewer, ContactFilter filter, List<Field> own) {
        trail.note(Deed.of(Deed.Done.EXPORTED, "contacts", null));
        List<List<String>> lines = new ArrayList<>();
        ListedContacts page = lists.page(viewer, filter.from(null), AT_ONCE);
        lines.addAll(lines(viewer, page, own));
        while (page.next() != null && lines.size() < MOST) {
            page = lists.page(viewer, filter.from(page.next()), AT_ONCE);
            lines.addAll(lines(viewer, page, own));
        }
        return lines;
    }

    private List<List<String>> lines(Viewer viewer, ListedContacts page, List<Field> own) {
        List<UUID> ids =
                page.items().stream().map(ContactLine::id).map(ContactId::value).toList();
        FieldColumns.Cells cells = columns.cells(viewer, Holder.CONTACT, own, ids);
        return jdbc.sql("""
                        select c.id, c.given_name, c.family_name, c.job_title, k.name as company, c.language, c.source,
                               g.name as stage, u.name as owner,
                               array(select e.address from contact_email e where e.contact_id = c.id order by e.position) as emails,
                               array(select p.e164 from contact_phone p where p.contact_id = c.id order by p.position) as phones,
                               array(select t.tag from contact_tag t where t.contact_id = c.id order by t.tag) as tags
                          from seen_contact(:viewer) c
                          left join company k on k.id = c.company_id
                          left join contact_stage s on s.contact_id = c.id
                          left join current_stage g on g.key = s.stage_key
                          join app_user u on u.id = c.owner_id
                         where c.id = any (:ids) order by array_position(:ids, c.id)""")
                .param("viewer", viewer.uuid())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> line(row, cells))
                .list();
    }

    private static List<String> line(ResultSet row, FieldColumns.Cells cells) throws SQLException {
        Stream<String> own = cells.of(Objects.requireNonNull(row.getObject("id", UUID.class))).stream()
                .map(ContactExports::whole);
        return Stream.concat(
                        Stream.of(
                                text(row, "given_name"),
                                text(row, "family_name"),
                                text(row, "job_title"),
                                text(row, "company"),
                                all(row.getArray("emails")),
                                all(row.getArray("phones")),
                                text(row, "language"),
                                text(row, "source"),
                                text(row, "stage"),
                                text(row, "owner"),
                                all(row.getArray("tags"))),
                        own)
                .toList();
    }

    /** A link with what it leads to. */
    private static String whole(FieldLine line) {
        return line.href() == null ? line.text() : line.href();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static String all(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).collect(Collectors.joining(", "));
    }
}
