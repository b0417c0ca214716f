package org.attune.demo;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.people.Companies;
import org.attune.people.Companions;
import org.attune.people.CompanyDetails;
import org.attune.people.CompanyId;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.Introductions;
import org.attune.people.NewContact;
import org.attune.platform.Ids;

/** Companies and contacts, who works with them, and who brought us whom. */
@DemoOnly
class PeopleScenes implements Scenes {

    private final Companies companies;
    private final Contacts contacts;
    private final Companions companions;
    private final Introductions introductions;

    PeopleScenes(Companies companies, Contacts contacts, Companions companions, Introductions introductions) {
        this.companies = companies;
        this.contacts = contacts;
        this.companions = companions;
        this.introductions = introductions;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of(
                "company", this::company,
                "contact", this::contact,
                "companion", this::companion,
                "introduced", this::introduced);
    }

    private void company(Cue cue) {
        var parts = cue.phrase().parts(3);
        Viewer viewer = cue.cast().us.get(cue.line(), cue.phrase().next("who of us heard of it"));
        companies.add(
                viewer,
                new CompanyId(Ids.next()),
                new CompanyDetails(parts.get(0), "https://" + parts.get(2), parts.get(1)));
        cue.cast().companies.put(cue.line(), cue.line().file(), parts.get(0));
    }

    private void contact(Cue cue) {
        String name = cue.phrase().next("a name");
        Viewer owner = cue.cast().us.get(cue.line(), cue.phrase().next("an owner"));
        String company = cue.cast().companies.get(cue.line(), cue.line().file());
        Portrait portrait = new Portrait(cue, company);
        ContactId id = contacts.add(
                owner,
                new NewContact(new ContactId(Ids.next()), portrait.details(), null, null, null, portrait.answers()));
        cue.cast().contacts.put(cue.line(), name.toLowerCase(Locale.ROOT), new Cast.Known(id, owner));
    }

    private void companion(Cue cue) {
        Cast.Known contact = cue.contact();
        Viewer companion = cue.cast().us.get(cue.line(), cue.phrase().next("a companion"));
        companions.invite(contact.owner(), contact.id(), companion.id(), cue.dayAfter("until"));
    }

    private void introduced(Cue cue) {
        Cast.Known introducer = cue.contact();
        ContactId newcomer = cue.cast()
                .contacts
                .get(cue.line(), cue.phrase().next("a newcomer"))
                .id();
        introductions.note(
                cue.viewer(introducer),
                Ids.next(),
                introducer.id(),
                newcomer,
                null,
                cue.phrase().text());
    }
}
