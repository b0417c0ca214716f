package org.attune.people;

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

    ContactPages(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    private record Around(
            List<CompanionView> companions,
            List<IntroductionView> introducedBy,
            List<IntroductionView> introduced,
            String region) {}

    Optional<ContactView> find(Viewer viewer, ContactId contact) {
        Around around = around(viewer, contact);
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
                               array(select g.tag from contact_tag g where g.contact_id = c.id order by g.tag) as tags
                          from seen_contact(:viewer) c
                          left join company k on k.id = c.company_id
                          join app_user u on u.id = c.owner_id
                          join team t on t.id = c.team_id
                         where c.id = :contact""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> view(row, around))
                .optional();
    }

    private Around around(Viewer viewer, ContactId contact) {
        List<Introduced> introductions = introductions(viewer, contact);
        return new Around(
                companions(viewer, contact),
                introductions.stream()
                        .filter(one -> !one.byThem())
                        .map(Introduced::view)
                        .toList(),
                introductions.stream()
                        .filter(Introduced::byThem)
                        .map(Introduced::view)
                        .toList(),
                organisation.current().region());
    }

    private static ContactView view(ResultSet row, Around around) throws SQLException {
        ContactDetails details = details(row);
        return new ContactView(
                new ContactId(uuid(row, "id")),
                details.name(),
                details,
                companyId(row),
                new UserId(uuid(row, "owner_id")),
                row.getString("owner"),
                row.getString("team"),
                details.phones().stream()
                        .map(line -> new PhoneView(
                                line.kind(), line.number(), PhoneNumbers.shown(line.number(), around.region())))
                        .toList(),
                around.companions(),
                around.introducedBy(),
                around.introduced(),
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

    private List<CompanionView> companions(Viewer viewer, ContactId contact) {
        return jdbc.sql("""
                        select u.id, u.name, p.until
                          from seen_contact(:viewer) c join companion p on p.contact_id = c.id join app_user u on u.id = p.user_id
                         where c.id = :contact and (p.until is null or p.until >= current_date)
                         order by folded(u.name), u.id""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> new CompanionView(
                        new UserId(uuid(row, "id")), row.getString("name"), row.getObject("until", LocalDate.class)))
                .list();
    }

    private record Introduced(boolean byThem, IntroductionView view) {}

    /** In both directions; only to and by people the viewer sees. */
    private List<Introduced> introductions(Viewer viewer, ContactId contact) {
        return jdbc.sql("""
                        select i.id, i.introducer_id = :contact as by_them, c.id as contact_id, c.name, i.on_day, i.note
                          from introduction i
                          join seen_contact(:viewer) me on me.id = :contact
                          join seen_contact(:viewer) c
                            on c.id = case when i.introducer_id = :contact then i.introduced_id else i.introducer_id end
                         where :contact in (i.introducer_id, i.introduced_id) and i.withdrawn_at is null
                         order by i.on_day, i.id""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> new Introduced(
                        row.getBoolean("by_them"),
                        new IntroductionView(
                                uuid(row, "id"),
                                new ContactId(uuid(row, "contact_id")),
                                row.getString("name"),
                                Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                                row.getString("note"))))
                .list();
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
