package org.attune.people;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.access.Organisation;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.people.ContactView.CompanionView;
import org.attune.people.ContactView.IntroductionView;
import org.attune.people.ContactView.PhoneView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one contact for a page, in a fixed number of statements. */
@Component
class ContactPages {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final ContactSight sight;

    ContactPages(JdbcClient jdbc, Organisation organisation, ContactSight sight) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.sight = sight;
    }

    /** What several parts of the page will ask about them is known with that. */
    Optional<ContactView> find(Viewer viewer, ContactId contact) {
        Optional<ContactView> found = read(viewer, contact);
        found.ifPresent(view -> sight.know(
                viewer, view.contactName(), view.mayTend(), view.details().language()));
        return found;
    }

    /** Companions by name; introductions in both directions, only to and by people the viewer sees. */
    private Optional<ContactView> read(Viewer viewer, ContactId contact) {
        String region = organisation.current().region();
        return jdbc.sql("""
                        select c.*, k.name as company, u.name as owner, t.name as team,
                               c.erasure_id is null and exists (select from tended_contact(:viewer) a where a.id = c.id) as may_tend,
                               exists (select from led_contact(:viewer) l where l.id = c.id) as may_lead,
                               (select m.id from contact_merge m
                                 where m.kept_id = c.id and m.undone_at is null and m.merged_at > now() - interval '1 day'
                                 order by m.merged_at desc limit 1) as merge,
                               array(select e.label from contact_email e where e.contact_id = c.id
                                      order by e.position, e.address) as email_labels,
                               array(select e.address from contact_email e where e.contact_id = c.id
                                      order by e.position, e.address) as emails,
                               array(select p.label from contact_phone p where p.contact_id = c.id
                                      order by p.position, p.e164) as phone_labels,
                               array(select p.e164 from contact_phone p where p.contact_id = c.id
                                      order by p.position, p.e164) as phones,
                               array(select g.tag from contact_tag g where g.contact_id = c.id order by g.tag) as tags,
                               w.*, i.*
                          from seen_contact(:viewer) c
                         cross join lateral (
                           select array_agg(u.id order by folded(u.name), u.id) as companions,
                                  array_agg(u.name order by folded(u.name), u.id) as companion_names,
                                  array_agg(p.until order by folded(u.name), u.id) as companions_until
                             from companion p join app_user u on u.id = p.user_id
                            where p.contact_id = c.id and (p.until is null or p.until >= current_date)) w
                         cross join lateral (
                           select array_agg(n.id order by n.on_day, n.id) as introductions,
                                  array_agg(n.introducer_id = c.id order by n.on_day, n.id) as introduced_by_them,
                                  array_agg(o.id order by n.on_day, n.id) as introduced_ids,
                                  array_agg(o.name order by n.on_day, n.id) as introduced_names,
                                  array_agg(n.on_day order by n.on_day, n.id) as introduced_on,
                                  array_agg(n.note order by n.on_day, n.id) as introduction_notes
                             from (select * from introduction x where x.introducer_id = c.id
                                   union all select * from introduction x where x.introduced_id = c.id) n
                             join seen_contact(:viewer) o
                               on o.id = case when n.introducer_id = c.id then n.introduced_id else n.introducer_id end
                            where n.withdrawn_at is null) i
                          left join company k on k.id = c.company_id
                          join app_user u on u.id = c.owner_id
                          join team t on t.id = c.team_id
                         where c.id = :contact""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> view(row, region))
                .optional();
    }

    private static ContactView view(ResultSet row, String region) throws SQLException {
        ContactDetails details = details(row);
        List<Introduced> introductions = introductions(row);
        return new ContactView(
                new ContactId(uuid(row, "id")),
                details.name(),
                details,
                companyId(row),
                new UserId(uuid(row, "owner_id")),
                row.getString("owner"),
                row.getString("team"),
                details.phones().stream()
                        .map(line ->
                                new PhoneView(line.kind(), line.number(), PhoneNumbers.shown(line.number(), region)))
                        .toList(),
                companions(row),
                introductions.stream()
                        .filter(one -> !one.byThem())
                        .map(Introduced::view)
                        .toList(),
                introductions.stream()
                        .filter(Introduced::byThem)
                        .map(Introduced::view)
                        .toList(),
                row.getTimestamp("created_at").toInstant(),
                archived(row),
                row.getInt("version"),
                row.getBoolean("may_tend"),
                row.getBoolean("may_lead"),
                row.getObject("merge", UUID.class),
                row.getObject("erasure_id") != null);
    }

    private static ContactDetails details(ResultSet row) throws SQLException {
        int ideal = row.getInt("ideal_days");
        return new ContactDetails(
                row.getString("given_name"),
                row.getString("family_name"),
                Pronoun.of(row.getString("pronoun")),
                row.getString("job_title"),
                row.getString("company"),
                row.getString("language"),
                row.getString("source"),
                row.getString("found_us"),
                row.getString("background"),
                ideal == 0 ? null : new Rhythm(ideal, row.getInt("longest_days")),
                emails(row),
                phones(row),
                List.of(words(row, "tags")));
    }

    private static @Nullable Instant archived(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("archived_at");
        return at == null ? null : at.toInstant();
    }

    private static @Nullable CompanyId companyId(ResultSet row) throws SQLException {
        UUID id = row.getObject("company_id", UUID.class);
        return id == null ? null : new CompanyId(id);
    }

    private static List<EmailLine> emails(ResultSet row) throws SQLException {
        String[] labels = words(row, "email_labels");
        String[] addresses = words(row, "emails");
        return IntStream.range(0, labels.length)
                .mapToObj(at -> new EmailLine(EmailLine.Kind.of(labels[at]), addresses[at]))
                .toList();
    }

    private static List<PhoneLine> phones(ResultSet row) throws SQLException {
        String[] labels = words(row, "phone_labels");
        String[] numbers = words(row, "phones");
        return IntStream.range(0, labels.length)
                .mapToObj(at -> new PhoneLine(PhoneLine.Kind.of(labels[at]), numbers[at]))
                .toList();
    }

    private static String[] words(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static List<CompanionView> companions(ResultSet row) throws SQLException {
        UUID[] ids = all(row, "companions", UUID[].class);
        String[] names = all(row, "companion_names", String[].class);
        Date[] until = all(row, "companions_until", Date[].class);
        return IntStream.range(0, ids.length)
                .mapToObj(at -> new CompanionView(new UserId(ids[at]), names[at], day(until[at])))
                .toList();
    }

    private record Introduced(boolean byThem, IntroductionView view) {}

    private static List<Introduced> introductions(ResultSet row) throws SQLException {
        UUID[] ids = all(row, "introductions", UUID[].class);
        Boolean[] byThem = all(row, "introduced_by_them", Boolean[].class);
        UUID[] contacts = all(row, "introduced_ids", UUID[].class);
        String[] names = all(row, "introduced_names", String[].class);
        Date[] days = all(row, "introduced_on", Date[].class);
        String[] notes = all(row, "introduction_notes", String[].class);
        return IntStream.range(0, ids.length)
                .mapToObj(at -> new Introduced(
                        byThem[at],
                        new IntroductionView(
                                ids[at],
                                new ContactId(contacts[at]),
                                names[at],
                                Objects.requireNonNull(day(days[at])),
                                notes[at])))
                .toList();
    }

    /** Where there is nothing to gather, the database has no array either. */
    private static <T> T[] all(ResultSet row, String column, Class<T[]> type) throws SQLException {
        Array array = row.getArray(column);
        return type.cast(
                array == null ? java.lang.reflect.Array.newInstance(type.componentType(), 0) : array.getArray());
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
