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

    private record Rest(
            List<EmailLine> emails,
            List<PhoneLine> phones,
            List<String> tags,
            List<CompanionView> companions,
            List<IntroductionView> introducedBy,
            List<IntroductionView> introduced,
            String region) {}

    Optional<ContactView> find(Viewer viewer, ContactId contact) {
        Rest rest = rest(viewer, contact);
        return jdbc.sql("""
                        select c.*, k.name as company, u.name as owner, t.name as team,
                               exists (select from tended_contact(:viewer) a where a.id = c.id) as may_tend,
                               exists (select from led_contact(:viewer) l where l.id = c.id) as may_lead,
                               (select m.id from contact_merge m
                                 where m.kept_id = c.id and m.undone_at is null and m.merged_at > now() - interval '1 day'
                                 order by m.merged_at desc limit 1) as merge
                          from seen_contact(:viewer) c
                          left join company k on k.id = c.company_id
                          join app_user u on u.id = c.owner_id
                          join team t on t.id = c.team_id
                         where c.id = :contact""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> view(row, rest))
                .optional();
    }

    private Rest rest(Viewer viewer, ContactId contact) {
        return new Rest(
                emails(contact),
                phones(contact),
                tags(contact),
                companions(contact),
                introductions("introducer", "introduced", viewer, contact),
                introductions("introduced", "introducer", viewer, contact),
                organisation.current().region());
    }

    private static ContactView view(ResultSet row, Rest rest) throws SQLException {
        ContactDetails details = details(row, rest);
        return new ContactView(
                new ContactId(uuid(row, "id")),
                details.name(),
                details,
                companyId(row),
                new UserId(uuid(row, "owner_id")),
                row.getString("owner"),
                row.getString("team"),
                rest.phones().stream()
                        .map(line -> new PhoneView(
                                line.kind(), line.number(), PhoneNumbers.shown(line.number(), rest.region())))
                        .toList(),
                rest.companions(),
                rest.introducedBy(),
                rest.introduced(),
                row.getTimestamp("created_at").toInstant(),
                archived(row),
                row.getInt("version"),
                row.getBoolean("may_tend"),
                row.getBoolean("may_lead"),
                row.getObject("merge", UUID.class));
    }

    private static ContactDetails details(ResultSet row, Rest rest) throws SQLException {
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
                rest.emails(),
                rest.phones(),
                rest.tags());
    }

    private static @Nullable Instant archived(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("archived_at");
        return at == null ? null : at.toInstant();
    }

    private static @Nullable CompanyId companyId(ResultSet row) throws SQLException {
        UUID id = row.getObject("company_id", UUID.class);
        return id == null ? null : new CompanyId(id);
    }

    private List<EmailLine> emails(ContactId contact) {
        return jdbc.sql(
                        "select address, label from contact_email where contact_id = :contact order by position, address")
                .param("contact", contact.value())
                .query((row, n) -> new EmailLine(EmailLine.Kind.of(row.getString("label")), row.getString("address")))
                .list();
    }

    private List<PhoneLine> phones(ContactId contact) {
        return jdbc.sql("select e164, label from contact_phone where contact_id = :contact order by position, e164")
                .param("contact", contact.value())
                .query((row, n) -> new PhoneLine(PhoneLine.Kind.of(row.getString("label")), row.getString("e164")))
                .list();
    }

    private List<String> tags(ContactId contact) {
        return jdbc.sql("select tag from contact_tag where contact_id = :contact order by tag")
                .param("contact", contact.value())
                .query(String.class)
                .list();
    }

    private List<CompanionView> companions(ContactId contact) {
        return jdbc.sql("""
                        select u.id, u.name, p.until from companion p join app_user u on u.id = p.user_id
                         where p.contact_id = :contact and (p.until is null or p.until >= current_date)
                         order by folded(u.name), u.id""")
                .param("contact", contact.value())
                .query((row, n) -> new CompanionView(
                        new UserId(uuid(row, "id")), row.getString("name"), row.getObject("until", LocalDate.class)))
                .list();
    }

    private List<IntroductionView> introductions(String other, String self, Viewer viewer, ContactId contact) {
        return jdbc.sql("""
                        select i.id, c.id as contact_id, c.name, i.on_day, i.note
                          from introduction i join seen_contact(:viewer) c on c.id = i.%s_id
                         where i.%s_id = :contact
                         order by i.on_day, i.id""".formatted(other, self))
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query((row, n) -> new IntroductionView(
                        uuid(row, "id"),
                        new ContactId(uuid(row, "contact_id")),
                        row.getString("name"),
                        Objects.requireNonNull(row.getObject("on_day", LocalDate.class)),
                        row.getString("note")))
                .list();
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
