package org.attune.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds who may be known already: by the same e-mail address, the same phone number, or a similar name at a similar
 * company. Only among the people somebody sees; a warning, never a decision.
 */
@Component
@Transactional(readOnly = true)
public class Duplicates {

    /** The mean similarity of name and company from which two are taken for one. */
    static final double SIMILAR = 0.65;

    /** The similarity the name alone must have where one of the two has no company. */
    static final double SIMILAR_NAME_ALONE = 0.8;

    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final Organisation organisation;

    Duplicates(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /** The surest first. What is not yet a proper address or number is left aside. */
    public List<DuplicateView> like(Viewer viewer, DuplicateCandidate candidate) {
        ContactDetails details = candidate.details();
        ContactId except = candidate.except();
        return jdbc.sql("""
                        with alike as (
                          select e.contact_id as id, 1 as likeness, 1.0 as likely from contact_email e
                           where lower(e.address) = any (:emails)
                          union all
                          select p.contact_id, 2, 1.0 from contact_phone p where p.e164 = any (:phones)
                          union all
                          select c.id, 3, similarity(c.folded_name, folded(:name))
                            from seen_contact(:viewer) c left join company k on k.id = c.company_id
                           where c.folded_name % folded(:name)
                             and case when k.id is null or :company::text is null
                                      then similarity(c.folded_name, folded(:name)) >= :alone
                                      else (similarity(c.folded_name, folded(:name))
                                            + similarity(k.folded_name, folded(:company))) / 2 >= :similar end),
                        surest as (
                          select distinct on (id) id, likeness, likely from alike order by id, likeness)
                        select c.id, c.name, k.name as company, u.name as owner, c.archived_at, s.likeness
                          from surest s
                          join seen_contact(:viewer) c on c.id = s.id
                          left join company k on k.id = c.company_id
                          join app_user u on u.id = c.owner_id
                         where c.id is distinct from :except::uuid
                         order by s.likeness, s.likely desc, c.sort_name, c.id
                         limit :most""")
                .param("emails", emails(details))
                .param("phones", phones(details))
                .param("name", details.name())
                .param("company", details.company())
                .param("alone", SIMILAR_NAME_ALONE)
                .param("similar", SIMILAR)
                .param("viewer", viewer.uuid())
                .param("except", except == null ? null : except.value())
                .param("most", MOST)
                .query(Duplicates::view)
                .list();
    }

    private static String[] emails(ContactDetails details) {
        return details.emails().stream()
                .map(EmailLine::address)
                .filter(Objects::nonNull)
                .map(EmailAddress::read)
                .flatMap(Optional::stream)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private String[] phones(ContactDetails details) {
        if (details.phones().isEmpty()) {
            return new String[0];
        }
        String region = organisation.current().region();
        return details.phones().stream()
                .map(PhoneLine::number)
                .filter(Objects::nonNull)
                .map(number -> PhoneNumbers.read(number, region))
                .flatMap(Optional::stream)
                .toArray(String[]::new);
    }

    private static DuplicateView view(ResultSet row, int n) throws SQLException {
        return new DuplicateView(
                new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("company"),
                row.getString("owner"),
                row.getTimestamp("archived_at") != null,
                DuplicateView.Likeness.values()[row.getInt("likeness") - 1]);
    }
}
