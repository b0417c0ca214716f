package org.attune.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Colleague;
import org.attune.access.Role;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.fields.Holder;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people we know: adding, describing and archiving them. */
@Component
@Transactional
public class Contacts {

    private final ContactRepository contacts;
    private final ContactPages pages;
    private final Companies companies;
    private final CompanyViews companyViews;
    private final Introductions introductions;
    private final ReadDetails read;
    private final FieldsKept own;
    private final OnceById once;
    private final Users users;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contacts(
            ContactRepository contacts,
            ContactPages pages,
            Companies companies,
            CompanyViews companyViews,
            Introductions introductions,
            ReadDetails read,
            FieldsKept own,
            OnceById once,
            Users users,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contacts = contacts;
        this.pages = pages;
        this.companies = companies;
        this.companyViews = companyViews;
        this.introductions = introductions;
        this.read = read;
        this.own = own;
        this.once = once;
        this.users = users;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds somebody. The same person under the same id is added once; other words under it are a conflict.
     *
     * @throws RuleRefused where something about them cannot be so; the field says what
     */
    public ContactId add(Viewer viewer, NewContact newcomer) {
        once.wait(newcomer.id().value());
        ContactDetails details = read.details(newcomer.details());
        if (contacts.existsById(newcomer.id().value())) {
            sameAsBefore(viewer, newcomer, details);
            return newcomer.id();
        }
        UserId owner = newcomer.owner() == null ? viewer.id() : newcomer.owner();
        TeamId team = teamOfOwner(viewer, owner);
        UUID company = companies.meant(viewer, details.company());
        contacts.saveAndFlush(Contact.met(newcomer.id(), details, company, owner, team, viewer.id(), clock.instant()));
        own.ofSomebodyNew(Holder.CONTACT, newcomer.id().value(), newcomer.answers());
        introductions.withNewcomer(viewer, newcomer);
        changed(newcomer.id());
        return newcomer.id();
    }

    /**
     * Whether somebody like this can be added, without adding them.
     *
     * @throws RuleRefused where something about them cannot be so
     */
    @Transactional(readOnly = true)
    public void check(ContactDetails typed) {
        ContactRules.check(read.details(typed));
    }

    private void sameAsBefore(Viewer viewer, NewContact newcomer, ContactDetails typed) {
        Contact before = tended(viewer, newcomer.id());
        ContactDetails kept = before.details(companyViews.nameOf(before.company()));
        Answers held = own.held(viewer, Holder.CONTACT, newcomer.id().value());
        if (!kept.equals(typed) || !FieldsKept.same(held, newcomer.answers())) {
            throw new ChangedMeanwhile(
                    own.inWords(Holder.CONTACT, kept.inWords(), held),
                    own.inWords(Holder.CONTACT, typed.inWords(), newcomer.answers()));
        }
    }

    private TeamId teamOfOwner(Viewer viewer, UserId owner) {
        boolean mayGive = owner.equals(viewer.id())
                || viewer.role() == Role.ADMIN
                || users.ledBy(viewer).stream()
                        .anyMatch(colleague -> colleague.id().equals(owner));
        if (!mayGive) {
            throw new RuleRefused("people.contact.owner.not-yours", "owner");
        }
        return teamOf(owner);
    }

    private TeamId teamOf(UserId owner) {
        return jdbc.sql("select team_id from app_user where id = :id and sells and deactivated_at is null")
                .param("id", owner.value())
                .query(UUID.class)
                .optional()
                .map(TeamId::new)
                .orElseThrow(() -> new RuleRefused("people.contact.owner.must-sell", "owner"));
    }

    /** @throws ChangedMeanwhile where somebody changed them since the form was opened */
    public void change(Viewer viewer, ChangeContact change) {
        Contact contact = tended(viewer, change.id());
        ContactDetails typed = read.details(change.details());
        if (contact.version() != change.version()) {
            throw changedMeanwhile(viewer, contact, change, typed);
        }
        contact.describe(typed, companies.meant(viewer, typed.company()));
        contacts.saveAndFlush(contact);
        own.anew(Holder.CONTACT, change.id().value(), change.answers());
        changed(change.id());
    }

    private ChangedMeanwhile changedMeanwhile(
            Viewer viewer, Contact contact, ChangeContact change, ContactDetails typed) {
        ContactDetails kept = contact.details(companyViews.nameOf(contact.company()));
        Answers held = own.held(viewer, Holder.CONTACT, change.id().value());
        return new ChangedMeanwhile(
                own.inWords(Holder.CONTACT, kept.inWords(), held),
                own.inWords(Holder.CONTACT, typed.inWords(), held, change.answers()),
                contact.version());
    }

    /** Those this person may make the owner of somebody new: themselves, and whom they lead. */
    @Transactional(readOnly = true)
    public List<Colleague> possibleOwners(Viewer viewer) {
        return users.ledBy(viewer);
    }

    public void archive(Viewer viewer, ContactId id) {
        Contact contact = tended(viewer, id);
        if (contact.archive(clock.instant())) {
            contacts.saveAndFlush(contact);
            changed(id);
        }
    }

    public void restore(Viewer viewer, ContactId id) {
        Contact contact = tended(viewer, id);
        if (contact.restore()) {
            contacts.saveAndFlush(contact);
            changed(id);
        }
    }

    /**
     * Everything about one contact that a page shows.
     *
     * @throws ContactMoved where they were merged into somebody the viewer sees
     */
    @Transactional(readOnly = true)
    public ContactView page(Viewer viewer, ContactId id) {
        return pages.find(viewer, id).orElseThrow(() -> keptInsteadOf(viewer, id)
                .<RuntimeException>map(kept -> new ContactMoved(id, kept))
                .orElseGet(() -> missing(id)));
    }

    /** Like {@link #page}, for those who may edit. */
    @Transactional(readOnly = true)
    public ContactView tendedPage(Viewer viewer, ContactId id) {
        ContactView page = page(viewer, id);
        if (!page.mayTend()) {
            throw missing(id);
        }
        return page;
    }

    /** The contact an absorbed one was merged into, however often, if the viewer sees that one. */
    @Transactional(readOnly = true)
    public Optional<ContactId> keptInsteadOf(Viewer viewer, ContactId absorbed) {
        return jdbc.sql("""
                        with recursive way(id) as (
                          select merged_into from contact where id = :id and merged_into is not null
                          union
                          select c.merged_into from way join contact c on c.id = way.id where c.merged_into is not null)
                        select c.id from seen_contact(:viewer) c join way on way.id = c.id""")
                .param("id", absorbed.value())
                .param("viewer", viewer.uuid())
                .query(UUID.class)
                .optional()
                .map(ContactId::new);
    }

    /**
     * Those of a name among the people somebody sees; a company after a comma tells two of one name apart.
     *
     * @throws RuleRefused for this field, where there is nobody or more than one
     */
    @Transactional(readOnly = true)
    public @Nullable ContactId meant(Viewer viewer, @Nullable String typed, String field) {
        String name = PlainText.lineOrNothing(typed);
        if (name == null) {
            return null;
        }
        List<UUID> known = jdbc.sql("""
                        select c.id from seen_contact(:viewer) c left join company k on k.id = c.company_id
                         where c.folded_name = folded(:name) or folded(c.name || ', ' || k.name) = folded(:name) limit 2""")
                .param("viewer", viewer.uuid())
                .param("name", name)
                .query(UUID.class)
                .list();
        if (known.size() != 1) {
            throw new RuleRefused(known.isEmpty() ? "people.contact.unknown" : "people.contact.several", field, name);
        }
        return new ContactId(known.get(0));
    }

    private Contact tended(Viewer viewer, ContactId id) {
        return contacts.findTended(viewer.uuid(), id.value()).orElseThrow(() -> missing(id));
    }

    private void changed(ContactId id) {
        events.publishEvent(ContactChanged.of(id));
    }

    private static NotSeen missing(ContactId id) {
        return new NotSeen("contact " + id.value());
    }
}
