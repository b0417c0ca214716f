package org.attune.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.EmailLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recognises lines: taken before, known by an e-mail address, known by name and company, or twice in one file. Asks the
 * database three questions for each owner, however many lines there are.
 */
@Component
class AlreadyKnown {

    private final JdbcClient jdbc;

    AlreadyKnown(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a line is compared with: all that whoever becomes the owner sees. */
    private record Known(Map<String, Somebody> before, Map<String, Somebody> byEmail, Map<Integer, Somebody> byName) {}

    /** @param viewer who brought the file, which is compared with what they brought before */
    List<ContactLine> recognise(Viewer viewer, List<ContactLine> lines) {
        Map<Viewer, List<ContactLine>> byOwner = lines.stream()
                .filter(line -> line.owner() != null)
                .collect(Collectors.groupingBy(line -> Objects.requireNonNull(line.owner())));
        Map<Viewer, Known> known = new HashMap<>();
        byOwner.forEach((owner, theirs) -> known.put(
                owner, new Known(takenBefore(viewer, owner, theirs), byEmail(owner, theirs), byName(owner, theirs))));
        Map<String, Integer> inThisFile = new HashMap<>();
        return lines.stream()
                .map(line -> recognised(line, known.get(line.owner()), inThisFile))
                .toList();
    }

    private static ContactLine recognised(ContactLine line, @Nullable Known known, Map<String, Integer> inThisFile) {
        ContactDetails details = line.details();
        if (details == null || known == null) {
            return line;
        }
        Somebody taken = known.before().get(line.digest());
        if (taken != null) {
            return line.unchanged(taken.id(), Remark.of("exchange.line.before"));
        }
        Somebody mailed = emails(details)
                .map(known.byEmail()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (mailed != null) {
            return line.unchanged(mailed.id(), Remark.of("exchange.line.same-email", mailed.name()));
        }
        Somebody named = known.byName().get(line.row().number());
        if (named != null) {
            return line.unchanged(named.id(), Remark.of("exchange.line.same-name", named.name()));
        }
        Integer earlier = signs(details)
                .map(inThisFile::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        signs(details).forEach(sign -> inThisFile.putIfAbsent(sign, line.row().number()));
        return earlier == null ? line : line.unchanged(null, Remark.of("exchange.line.twice", earlier));
    }

    private static Stream<String> emails(ContactDetails details) {
        return details.emails().stream().map(EmailLine::address).map(address -> address.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> signs(ContactDetails details) {
        String company = details.company() == null ? "" : details.company();
        return Stream.concat(
                emails(details), Stream.of((details.name() + "\u001f" + company).toLowerCase(Locale.ROOT)));
    }

    private record Somebody(@Nullable ContactId id, String name) {}

    private Map<String, Somebody> takenBefore(Viewer viewer, Viewer owner, List<ContactLine> lines) {
        Map<String, Somebody> found = new HashMap<>();
        jdbc.sql("""
                        select l.digest, c.id, coalesce(c.name, '') as name
                          from import_line l join import_run r on r.id = l.run_id
                          left join seen_contact(:owner) c on c.id = l.contact_id
                         where r.run_by = :viewer and r.kind = 'contacts' and l.result = 'taken'
                           and l.digest = any (:digests)""")
                .param("viewer", viewer.uuid())
                .param("owner", owner.uuid())
                .param("digests", lines.stream().map(ContactLine::digest).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("digest"), somebody(row.getObject("id", UUID.class), row.getString("name")));
                });
        return found;
    }

    private Map<String, Somebody> byEmail(Viewer viewer, List<ContactLine> lines) {
        Map<String, Somebody> found = new HashMap<>();
        jdbc.sql("""
                        select lower(e.address) as address, c.id, c.name
                          from contact_email e join seen_contact(:viewer) c on c.id = e.contact_id
                         where lower(e.address) = any (:emails)""")
                .param("viewer", viewer.uuid())
                .param(
                        "emails",
                        lines.stream()
                                .map(ContactLine::details)
                                .filter(Objects::nonNull)
                                .flatMap(AlreadyKnown::emails)
                                .toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("address"), somebody(row.getObject("id", UUID.class), row.getString("name")));
                });
        return found;
    }

    private Map<Integer, Somebody> byName(Viewer viewer, List<ContactLine> lines) {
        List<ContactLine> read =
                lines.stream().filter(line -> line.details() != null).toList();
        Map<Integer, Somebody> found = new HashMap<>();
        jdbc.sql("""
                        select n.line, c.id, c.name
                          from unnest(:lines::int[], :names::text[], :companies::text[]) as n(line, name, company)
                          join seen_contact(:viewer) c on c.folded_name = folded(n.name)
                          left join company k on k.id = c.company_id
                         where coalesce(k.folded_name, '') = folded(n.company)""")
                .param("viewer", viewer.uuid())
                .param("lines", read.stream().map(line -> line.row().number()).toArray(Integer[]::new))
                .param("names", read.stream().map(line -> details(line).name()).toArray(String[]::new))
                .param(
                        "companies",
                        read.stream()
                                .map(line ->
                                        Objects.requireNonNullElse(details(line).company(), ""))
                                .toArray(String[]::new))
                .query(row -> {
                    found.put(row.getInt("line"), somebody(row.getObject("id", UUID.class), row.getString("name")));
                });
        return found;
    }

    private static ContactDetails details(ContactLine line) {
        return Objects.requireNonNull(line.details());
    }

    private static Somebody somebody(@Nullable UUID id, String name) {
        return new Somebody(id == null ? null : new ContactId(id), name);
    }
}
