package org.attune.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.fields.Field;
import org.attune.fields.FieldColumns;
import org.attune.fields.FieldLine;
import org.attune.fields.Holder;
import org.attune.platform.Deed;
import org.attune.platform.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A list of contacts as a table to take along: those the viewer sees, narrowed as on the page. That it was taken is on the trail. */
@Component
public class ContactExports {

    /** Whoever needs more takes it in parts, narrowed by a filter. */
    public static final int MOST = 100_000;

    private static final int AT_ONCE = 500;

    private final ContactLists lists;
    private final FieldColumns columns;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ContactExports(
            ContactLists lists, FieldColumns columns, Trail trail, JdbcClient jdbc, TransactionTemplate transaction) {
        this.lists = lists;
        this.columns = columns;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Line by line, without headings: given and family name, job title, company, e-mail addresses, numbers, language, source, stage,
     * owner, tags, then the organisation's own fields. Some hundred at a time are read and handed on, each in a transaction of its own, so
     * that neither memory nor a connection is held for as long as somebody's line takes.
     */
    public void lines(Viewer viewer, ContactFilter filter, List<Field> own, Consumer<List<String>> line) {
        transaction.executeWithoutResult(tx -> trail.note(Deed.of(Deed.Done.EXPORTED, "contacts", null)));
        String after = null;
        int taken = 0;
        do {
            Some some = some(viewer, filter.from(after), own);
            some.lines().forEach(line);
            taken += some.lines().size();
            after = some.next();
        } while (after != null && taken < MOST);
    }

    private record Some(List<List<String>> lines, @Nullable String next) {}

    private Some some(Viewer viewer, ContactFilter filter, List<Field> own) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            ContactPicking.Picked picked = lists.pick(viewer, filter, AT_ONCE);
            return new Some(lines(viewer, picked.ids(), own), picked.next());
        }));
    }

    private List<List<String>> lines(Viewer viewer, List<UUID> ids, List<Field> own) {
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
