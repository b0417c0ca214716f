package org.attune.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class ContactsTests {

    @Autowired
    private Contacts contacts;

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private ChosenContacts chosen;

    @Autowired
    private CompanyViews companies;

    @Autowired
    private Companions companions;

    @Autowired
    private Introductions introductions;

    @Autowired
    private Tags tags;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private final String own = Ids.next().toString().substring(24);

    @Test
    void remembersEverythingThatWasSaidAboutSomebody() {
        Viewer anna = somebody.whoSells();
        ContactDetails details = new ContactDetails(
                "Łukasz",
                "Nowak",
                Pronoun.HE,
                "Owner",
                "Zakłady " + own,
                "pl",
                "event",
                "He saw our stand",
                "Prints since 1990",
                new Rhythm(14, 40),
                List.of(EmailLine.work("l@nowak.pl"), new EmailLine(EmailLine.Kind.PRIVATE, "lukasz@nowak.pl")),
                List.of(PhoneLine.work("030 901820"), new PhoneLine(PhoneLine.Kind.MOBILE, "+44 20 7946 0018")),
                List.of("print", "fair"));

        ContactId id = acquaintances.of(anna, details);

        ContactView view = contacts.page(anna, id);
        assertThat(view.emails()).isEqualTo(details.emails());
        assertThat(view.phones())
                .extracting(ContactView.PhoneView::shown)
                .containsExactly("030 901820", "+44 20 7946 0018");
        assertThat(view.details().with(List.of(), List.of())).isEqualTo(details.with(List.of(), List.of()));
        assertThat(view.owner()).isEqualTo(anna.id());
        assertThat(view.mayTend()).isTrue();
        assertThat(view.mayLead()).isFalse();
    }

    @Test
    void addsSomebodyOnceHoweverOftenTheyAreSent() {
        Viewer anna = somebody.whoSells();
        ContactDetails details =
                ContactDetails.named("Helen", "Brandt").at("Kessler " + own).with(EmailLine.work("h@k.de"));
        NewContact helen = NewContact.of(new ContactId(Ids.next()), details);

        Stream.generate(() -> CompletableFuture.runAsync(() -> contacts.add(anna, helen)))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(contacts.page(anna, helen.id()).emails()).hasSize(1);
        assertThatThrownBy(() -> contacts.add(anna, NewContact.of(helen.id(), ContactDetails.named("Helga", "Brandt"))))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void foundsANewCompanyOnceWhenTwoNameItAtTheSameTime() {
        Viewer anna = somebody.whoSells();
        String company = "Olivetta " + own;

        List<ContactId> both = Stream.of("Sofia", "Sara")
                .map(name -> CompletableFuture.supplyAsync(() -> acquaintances.of(
                        anna, ContactDetails.named(name, "Marchetti").at(company))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(contacts.page(anna, both.get(0)).companyId())
                .isNotNull()
                .isEqualTo(contacts.page(anna, both.get(1)).companyId());
        assertThat(companies.like("olivetta " + own, 5))
                .filteredOn(c -> c.name().equals(company))
                .hasSize(1);
    }

    @Test
    void isNotSeenNorChangedByAnotherTeam() {
        Viewer anna = somebody.whoSells();
        Viewer stranger = somebody.whoSells();
        ContactId helen =
                acquaintances.of(anna, ContactDetails.named("Helen", "Brandt").tagged("tag-" + own));
        ContactView before = contacts.page(anna, helen);
        ChangeContact change = new ChangeContact(helen, before.version(), ContactDetails.named("X", "Y"));

        notSeen(() -> contacts.page(stranger, helen));
        notSeen(() -> contacts.change(stranger, change));
        notSeen(() -> contacts.archive(stranger, helen));
        notSeen(() -> handOvers.give(stranger, Ids.next(), helen, stranger.id(), "Hers"));
        notSeen(() -> companions.invite(stranger, helen, stranger.id(), null));
        notSeen(() -> contacts.add(stranger, NewContact.of(helen, before.details())));
        assertThat(chosen.archive(stranger, Set.of(helen))).isEmpty();
        assertThat(tags.seen(stranger, "tag-" + own, 5)).isEmpty();
        assertThat(tags.seen(anna, "tag-" + own, 5)).containsExactly("tag-" + own);
        assertThat(contacts.page(anna, helen)).isEqualTo(before);
    }

    private static void notSeen(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(NotSeen.class);
    }

    @Test
    void refusesAStaleFormAndKeepsBothTexts() {
        Viewer anna = somebody.whoSells();
        ContactId helen = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt"));
        int version = contacts.page(anna, helen).version();
        contacts.change(anna, new ChangeContact(helen, version, ContactDetails.named("Helena", "Brandt")));
        ChangeContact stale = new ChangeContact(helen, version, ContactDetails.named("Ellen", "Brandt"));

        assertThatThrownBy(() -> contacts.change(anna, stale))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, changed -> {
                    assertThat(changed.kept()).contains("Helena Brandt");
                    assertThat(changed.typed()).contains("Ellen Brandt");
                });
        assertThat(contacts.page(anna, helen).name()).isEqualTo("Helena Brandt");
    }

    @Test
    void letsOneOfTwoWhoChangeAtOnceWin() {
        Viewer anna = somebody.whoSells();
        ContactId helen = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt"));
        int version = contacts.page(anna, helen).version();

        List<String> outcomes = Stream.of("a@x.no", "b@x.no")
                .map(address -> CompletableFuture.supplyAsync(() -> changed(anna, helen, version, address)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(outcomes).containsExactlyInAnyOrder("changed", "meanwhile");
        assertThat(contacts.page(anna, helen).emails()).hasSize(1);
    }

    private String changed(Viewer viewer, ContactId id, int version, String address) {
        try {
            ContactDetails details = ContactDetails.named("Helen", "Brandt").with(EmailLine.work(address));
            contacts.change(viewer, new ChangeContact(id, version, details));
            return "changed";
        } catch (ChangedMeanwhile meanwhile) {
            return "meanwhile";
        }
    }

    @Test
    void isGivenToAnotherOnlyByWhoLeadsTheTeamAndOnlyToSomebodyWhoSells() {
        TeamId team = somebody.aTeam();
        Viewer anna = somebody.whoSells(team);
        Viewer manager = somebody.whoLeads(team);
        Viewer other = somebody.whoSells();
        Viewer admin = somebody.whoAdministers();
        ContactId helen = acquaintances.of(anna);

        notSeen(() -> handOvers.give(anna, Ids.next(), helen, other.id(), "Maya is on leave"));
        refused(() -> handOvers.give(manager, Ids.next(), helen, admin.id(), "Maya is on leave"));
        refused(() -> handOvers.give(manager, Ids.next(), helen, new UserId(Ids.next()), "Maya is on leave"));
        handOvers.give(manager, Ids.next(), helen, other.id(), "Maya is on leave");

        assertThat(contacts.page(other, helen).owner()).isEqualTo(other.id());
        notSeen(() -> contacts.page(anna, helen));
        assertThat(List.copyOf(
                        jdbc.sql("select from_user, to_user, changed_by from contact_owner_change where contact_id = ?")
                                .param(helen.value())
                                .query()
                                .singleRow()
                                .values()))
                .isEqualTo(List.of(anna.uuid(), other.uuid(), manager.uuid()));
    }

    private static void refused(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(RuleRefused.class);
    }

    @Test
    void isAddedForAnotherOnlyByWhoLeadsThem() {
        TeamId team = somebody.aTeam();
        Viewer anna = somebody.whoSells(team);
        Viewer manager = somebody.whoLeads(team);
        ContactDetails details = ContactDetails.named("Helen", "Brandt");
        NewContact forAnna = new NewContact(new ContactId(Ids.next()), details, anna.id(), null, null);
        NewContact forManager = new NewContact(new ContactId(Ids.next()), details, manager.id(), null, null);

        contacts.add(manager, forAnna);

        assertThat(contacts.page(anna, forAnna.id()).owner()).isEqualTo(anna.id());
        refused(() -> contacts.add(anna, forManager));
    }

    @Test
    void isSeenByCompanionsOfAnyTeamUntilTheirLastDay() {
        Viewer anna = somebody.whoSells();
        Viewer ben = somebody.whoSells();
        ContactId helen = acquaintances.of(anna);
        LocalDate today = LocalDate.now(anna.zone());

        companions.invite(anna, helen, ben.id(), today.plusDays(1));
        assertThat(contacts.page(ben, helen).mayTend()).isTrue();

        jdbc.sql("update companion set until = current_date - 1 where contact_id = ?")
                .param(helen.value())
                .update();
        notSeen(() -> contacts.page(ben, helen));
        refused(() -> companions.invite(anna, helen, ben.id(), today.minusDays(2)));
        refused(() -> companions.invite(anna, helen, somebody.whoAdministers().id(), null));
    }

    @Test
    void isNoLongerSeenByACompanionOneParts() {
        Viewer anna = somebody.whoSells();
        Viewer ben = somebody.whoSells();
        ContactId helen = acquaintances.of(anna);
        companions.invite(anna, helen, ben.id(), null);

        companions.partWith(anna, helen, ben.id());

        notSeen(() -> contacts.page(ben, helen));
    }

    @Test
    void remembersWhoIntroducedThemOnlyAmongThePeopleOneSees() {
        Viewer anna = somebody.whoSells();
        ContactId greta = acquaintances.of(anna);
        ContactId hidden = acquaintances.of(somebody.whoSells());
        ContactId hedda = new ContactId(Ids.next());
        ContactDetails details = ContactDetails.named("Hedda", "Berg");
        LocalDate day = LocalDate.of(2026, 11, 3);

        notSeen(() -> contacts.add(anna, new NewContact(hedda, details, null, hidden, day)));
        notSeen(() -> contacts.page(anna, hedda));
        contacts.add(anna, new NewContact(hedda, details, null, greta, day));

        assertThat(contacts.page(anna, hedda).introducedBy()).singleElement().satisfies(introduction -> {
            assertThat(introduction.contact()).isEqualTo(greta);
            assertThat(introduction.day()).isEqualTo(day);
        });
        assertThat(contacts.page(anna, greta).introduced()).hasSize(1);
        refused(() -> introductions.note(anna, Ids.next(), greta, greta, null, null));
    }

    @Test
    void findsWhoIsMeantByANameAmongThePeopleOneSees() {
        Viewer anna = somebody.whoSells();
        acquaintances.of(anna, ContactDetails.named("Ann", "Lee").at("Here " + own));
        ContactId there =
                acquaintances.of(anna, ContactDetails.named("Ann", "Lee").at("There " + own));
        acquaintances.of(somebody.whoSells(), ContactDetails.named("Hidden", own));

        assertThat(contacts.meant(anna, "ann lee, there " + own, "by")).isEqualTo(there);
        assertThat(contacts.meant(anna, " ", "by")).isNull();
        assertThatThrownBy(() -> contacts.meant(anna, "Ann Lee", "by")).hasMessage("people.contact.several");
        assertThatThrownBy(() -> contacts.meant(anna, "Hidden " + own, "by")).hasMessage("people.contact.unknown");
    }

    @Test
    void refusesAddressesAndNumbersThatCannotBeNamingTheLine() {
        Viewer anna = somebody.whoSells();
        ContactDetails wrongEmail =
                ContactDetails.named("A", "B").with(EmailLine.work(""), EmailLine.work("hedda@bergdahl"));
        ContactDetails wrongPhone = ContactDetails.named("A", "B").with(PhoneLine.work("12"));

        assertThatThrownBy(() -> acquaintances.of(anna, wrongEmail))
                .isInstanceOfSatisfying(
                        RuleRefused.class, no -> assertThat(no.field()).isEqualTo("emails[1].address"));
        assertThatThrownBy(() -> acquaintances.of(anna, wrongPhone))
                .isInstanceOfSatisfying(
                        RuleRefused.class, no -> assertThat(no.field()).isEqualTo("phones[0].number"));
    }

    @Test
    void isArchivedTaggedAndRestoredTogetherWithOthers() {
        Viewer anna = somebody.whoSells();
        ContactId helen = acquaintances.of(anna);
        ContactId petra = acquaintances.of(anna);
        ContactId hidden = acquaintances.of(somebody.whoSells());
        contacts.archive(anna, petra);

        assertThat(chosen.archive(anna, List.of(helen, petra, hidden))).containsExactly(helen);
        assertThat(contacts.page(anna, helen).archived()).isTrue();
        assertThat(chosen.restore(anna, List.of(helen))).containsExactly(helen);
        assertThat(chosen.tag(anna, List.of(helen, petra, hidden), " Fair " + own))
                .containsExactlyInAnyOrder(helen, petra);
        assertThat(contacts.page(anna, petra).details().tags()).containsExactly("fair " + own);
    }

    @Test
    void manyAreChangedInAsManyStatementsAsOne() {
        Viewer anna = somebody.whoSells();
        List<ContactId> one = List.of(acquaintances.of(anna));
        List<ContactId> many =
                IntStream.range(0, 12).mapToObj(n -> acquaintances.of(anna)).toList();

        for (Function<List<ContactId>, Set<ContactId>> deed : deeds(anna)) {
            int least = Statements.during(() -> assertThat(deed.apply(one)).hasSize(one.size()));
            int most = Statements.during(() -> assertThat(deed.apply(many)).hasSameSizeAs(many));
            assertThat(most).isEqualTo(least);
            assertThat(deed.apply(many)).as("a repeat changes nothing").isEmpty();
        }
    }

    private List<Function<List<ContactId>, Set<ContactId>>> deeds(Viewer viewer) {
        return List.of(
                ids -> chosen.tag(viewer, ids, "fair"),
                ids -> chosen.untag(viewer, ids, "Fair"),
                ids -> chosen.archive(viewer, ids),
                ids -> chosen.restore(viewer, ids));
    }

    @Test
    void whoeverHasAllTheTagsThereMayBeIsLeftAlone() {
        Viewer anna = somebody.whoSells();
        ContactId helen = acquaintances.of(anna);
        for (int n = 1; n <= ContactRules.MOST_TAGS; n++) {
            assertThat(chosen.tag(anna, List.of(helen), "tag " + n)).hasSize(1);
        }

        assertThat(chosen.tag(anna, List.of(helen), "one more")).isEmpty();
        assertThat(contacts.page(anna, helen).details().tags()).hasSize(ContactRules.MOST_TAGS);
    }
}
