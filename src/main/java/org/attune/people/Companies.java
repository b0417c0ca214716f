package org.attune.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.fields.Holder;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Companies: their names are known to every user, and whoever works with customers keeps them in order. */
@Component
@Transactional
public class Companies {

    private final CompanyRepository companies;
    private final FieldsKept own;
    private final OnceById once;
    private final JdbcClient jdbc;
    private final Clock clock;

    Companies(CompanyRepository companies, FieldsKept own, OnceById once, JdbcClient jdbc, Clock clock) {
        this.companies = companies;
        this.own = own;
        this.once = once;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a company; the same one under the same id only once.
     *
     * @throws RuleRefused where there is one of that name in the same city
     */
    public CompanyId add(Viewer viewer, CompanyId id, CompanyDetails details) {
        return add(viewer, id, details, Answers.none());
    }

    /** As above, with what the organisation's own fields hold. */
    public CompanyId add(Viewer viewer, CompanyId id, CompanyDetails details, Answers answers) {
        once.wait(id.value());
        Optional<Company> before = companies.findById(id.value());
        if (before.isPresent()) {
            sameAsBefore(viewer, before.get(), details, answers);
            return id;
        }
        save(Company.heardOf(id, details, viewer.id(), clock.instant()));
        own.ofSomebodyNew(Holder.COMPANY, id.value(), answers);
        return id;
    }

    private void sameAsBefore(Viewer viewer, Company before, CompanyDetails details, Answers answers) {
        Answers held = own.held(viewer, Holder.COMPANY, before.id());
        if (!before.details().equals(details) || !FieldsKept.same(held, answers)) {
            throw new ChangedMeanwhile(
                    own.inWords(Holder.COMPANY, before.details().inWords(), held),
                    own.inWords(Holder.COMPANY, details.inWords(), answers));
        }
    }

    public void change(Viewer viewer, ChangeCompany change) {
        Company company = toChange(change.id());
        if (company.version() != change.version()) {
            Answers held = own.held(viewer, Holder.COMPANY, change.id().value());
            throw new ChangedMeanwhile(
                    own.inWords(Holder.COMPANY, company.details().inWords(), held),
                    own.inWords(Holder.COMPANY, change.details().inWords(), held, change.answers()),
                    company.version());
        }
        company.describe(change.details());
        save(company);
        own.anew(Holder.COMPANY, change.id().value(), change.answers());
    }

    /** Takes it out of lists and suggestions; its people stay where they are. */
    public void archive(Viewer viewer, CompanyId id) {
        Company company = toChange(id);
        company.archive(clock.instant());
        save(company);
    }

    public void restore(Viewer viewer, CompanyId id) {
        Company company = toChange(id);
        company.restore();
        save(company);
    }

    private Company toChange(CompanyId id) {
        return companies.findToChange(id.value()).orElseThrow(() -> new NotSeen("company " + id.value()));
    }

    private void save(Company company) {
        try {
            companies.saveAndFlush(company);
        } catch (DataIntegrityViolationException taken) {
            throw new RuleRefused("people.company.known", "name");
        }
    }

    /** The company somebody means by its name, founded where there is none. */
    @Nullable
    UUID meant(Viewer viewer, @Nullable String typed) {
        String name = PlainText.lineOrNothing(typed);
        if (name == null) {
            return null;
        }
        once.wait("company", folded(name));
        List<UUID> known = jdbc.sql("""
                        select id from company
                         where archived_at is null
                           and (folded_name = folded(:name) or folded(name || ', ' || city) = folded(:name))
                         order by created_at, id limit 2""").param("name", name).query(UUID.class).list();
        if (known.size() > 1) {
            throw new RuleRefused("people.contact.company.several", "company");
        }
        return known.isEmpty() ? founded(viewer, name) : known.get(0);
    }

    private UUID founded(Viewer viewer, String name) {
        if (!PlainText.saysSomething(name) || PlainText.length(name) > 200) {
            throw new RuleRefused("people.contact.company.wrong", "company");
        }
        CompanyId id = new CompanyId(Ids.next());
        companies.saveAndFlush(Company.heardOf(id, CompanyDetails.named(name), viewer.id(), clock.instant()));
        return id.value();
    }

    private String folded(String words) {
        return jdbc.sql("select folded(:words)")
                .param("words", words)
                .query(String.class)
                .single();
    }
}
