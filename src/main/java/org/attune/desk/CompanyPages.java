package org.attune.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.CompanyId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who at a company knows whom of us. Whom the viewer does not see is neither shown nor counted. */
@Component
@Transactional(readOnly = true)
public class CompanyPages {

    /** More are to be found in the list of contacts. */
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    CompanyPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who works there.
     *
     * @param companions who of us works with them beside the owner
     * @param heardBy who of us heard them last
     */
    public record Person(
            ContactId id,
            String name,
            @Nullable String jobTitle,
            boolean archived,
            String owner,
            List<String> companions,
            @Nullable String heardBy,
            @Nullable Instant heardAt) {}

    /**
     * @param more whether there are more than these
     * @param inNumbers whether a dashboard has something about them: the viewer works with one of them, or leads who does
     */
    public record People(List<Person> shown, boolean more, boolean inNumbers) {}

    public People people(Viewer viewer, CompanyId company) {
        List<Person> rows = jdbc.sql("""
                        with people as (
                          select * from seen_contact(:viewer) where company_id = :company
                           order by archived_at is not null, sort_name, id limit :most)
                        select c.id, c.name, c.job_title, c.archived_at, u.name as owner, h.name as heard_by, h.said_at,
                               array(select x.name from companion p join app_user x on x.id = p.user_id
                                      where p.contact_id = c.id and (p.until is null or p.until >= current_date)
                                      order by folded(x.name)) as companions
                          from people c
                          join app_user u on u.id = c.owner_id
                          left join lateral (
                            select a.name, t.said_at
                              from turn t join conversation v on v.id = t.conversation_id
                              join app_user a on a.id = v.owner_id
                             where t.speaker_id = c.id and t.kind = 'heard'
                             order by t.said_at desc limit 1) h on true
                         order by c.archived_at is not null, c.sort_name, c.id""")
                .param("viewer", viewer.uuid())
                .param("company", company.value())
                .param("most", MOST + 1)
                .query(CompanyPages::person)
                .list();
        return new People(rows.subList(0, Math.min(rows.size(), MOST)), rows.size() > MOST, inNumbers(viewer, company));
    }

    private boolean inNumbers(Viewer viewer, CompanyId company) {
        return jdbc.sql("select exists (select from overseen_contact(:viewer) c where c.company_id = :company)")
                .param("viewer", viewer.uuid())
                .param("company", company.value())
                .query(Boolean.class)
                .single();
    }

    private static Person person(ResultSet row, int n) throws SQLException {
        Timestamp heard = row.getTimestamp("said_at");
        Array companions = row.getArray("companions");
        return new Person(
                new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("job_title"),
                row.getTimestamp("archived_at") != null,
                row.getString("owner"),
                Arrays.asList((String[]) companions.getArray()),
                row.getString("heard_by"),
                heard == null ? null : heard.toInstant());
    }
}
