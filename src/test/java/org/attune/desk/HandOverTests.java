package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Absences;
import org.attune.access.GoAway;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Threads;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.HandOver;
import org.attune.people.HandOvers;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class HandOverTests {

    private static final String WHY = "Maya moves to Lisbon";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private OfferScene offered;

    @Autowired
    private Threads threads;

    @Autowired
    private Promises promises;

    @Autowired
    private Contacts contacts;

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private Users users;

    @Autowired
    private Absences absences;

    @Autowired
    private JdbcClient jdbc;

    private TeamId north;
    private Viewer maya;
    private Viewer ola;
    private Viewer manager;
    private Viewer admin;

    @BeforeEach
    void meetThem() {
        north = somebody.aTeam();
        maya = somebody.whoSells(north);
        ola = somebody.whoSells();
        manager = somebody.whoLeads(north);
        admin = somebody.whoAdministers();
    }

    @Test
    void everythingThatWaitsGoesAlongWhenAnAccountIsClosedAndFactsKeepTheirTeam() {
        OfferScene.Story said = offered.complete(maya);
        OfferId offer = offered.sent(said);
        PromiseId promise = promise(maya, said.helen(), "Send the list");
        TeamId before = teamOf("offer", offer.value());

        handOvers.close(admin, HandOver.ofAll(Ids.next(), maya.id(), ola.id(), WHY));

        assertThat(users.signedIn(maya.id())).isEmpty();
        assertThat(contacts.page(ola, said.helen()).owner()).isEqualTo(ola.id());
        assertThat(owner("promise", "promiser_id", promise.value())).isEqualTo(ola.uuid());
        assertThat(owner("conversation", "owner_id", said.talk().value())).isEqualTo(ola.uuid());
        assertThat(owner("offer", "owner_id", offer.value())).isEqualTo(ola.uuid());
        assertThat(teamOf("offer", offer.value())).isEqualTo(before).isEqualTo(north);
        assertThat(teamOf("conversation", said.talk().value())).isEqualTo(north);
    }

    @Test
    void eachChangeOfOwnerIsRememberedWithWhoAndWhy() {
        ContactId helen = acquaintances.of(maya);
        handOvers.close(admin, HandOver.ofAll(Ids.next(), maya.id(), ola.id(), WHY));

        assertThat(jdbc.sql("""
                        select o.from_user, o.to_user, o.changed_by, h.why, h.leaves from contact_owner_change o
                          join hand_over h on h.id = o.hand_over_id where o.contact_id = ?""").param(helen.value()).query().singleRow().values())
                .containsExactly(maya.uuid(), ola.uuid(), admin.uuid(), WHY, true);
    }

    @Test
    void whatBelongsToAnothersContactGoesToWhoeverWorksWithThem() {
        Viewer ben = somebody.whoSells(north);
        ContactId bens = acquaintances.of(ben);
        talks.companion(bens, maya);
        PromiseId promise = promise(maya, bens, "Bring the plan");

        handOvers.close(admin, HandOver.ofAll(Ids.next(), maya.id(), ola.id(), WHY));

        assertThat(owner("promise", "promiser_id", promise.value())).isEqualTo(ben.uuid());
        assertThat(contacts.page(ben, bens).owner()).isEqualTo(ben.id());
    }

    @Test
    void whatWasWrittenDownAsPrivateStaysItsAuthors() {
        ContactId helen = acquaintances.of(maya);
        ConversationId own = talks.begun(maya, Visibility.PRIVATE, helen);
        talks.heard(maya, own, helen, "Between you and me.");

        handOvers.give(manager, Ids.next(), helen, ola.id(), WHY);

        assertThat(owner("conversation", "owner_id", own.value())).isEqualTo(maya.uuid());
    }

    @Test
    void nothingIsLeftBehindAndNothingHappensByHalves() {
        ContactId helen = acquaintances.of(maya);

        refused(() -> handOvers.close(admin, HandOver.ofAll(Ids.next(), maya.id(), null, null)), "to.missing");
        refused(() -> handOvers.close(admin, HandOver.ofAll(Ids.next(), maya.id(), maya.id(), WHY)), "to.same");
        refused(() -> handOvers.close(admin, HandOver.ofAll(Ids.next(), maya.id(), admin.id(), WHY)), "must-sell");
        refused(() -> handOvers.close(admin, HandOver.ofAll(Ids.next(), maya.id(), ola.id(), null)), "why.missing");

        assertThat(users.signedIn(maya.id())).isPresent();
        assertThat(contacts.page(maya, helen).owner()).isEqualTo(maya.id());
    }

    @Test
    void nobodyClosesTheirOwnAccount() {
        refused(() -> handOvers.close(admin, HandOver.ofAll(Ids.next(), admin.id(), null, null)), "not-oneself");
        assertThat(post(admin, "/admin/people/" + admin.uuid() + "/closing", null, null))
                .hasStatus(422)
                .bodyText()
                .contains("You cannot close your own account.");
    }

    @Test
    void theDatabaseItselfKeepsALastAdmin() {
        assertThatThrownBy(() -> jdbc.sql(
                                "update app_user set deactivated_at = now() where role = 'admin' and deactivated_at is null")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("somebody has to be left");
    }

    @Test
    void whoIsHandedOverTwiceAtOnceHasOneNewOwner() {
        ContactId helen = acquaintances.of(maya);
        Viewer ben = somebody.whoSells(north);

        long went = Stream.of(ola, ben)
                .map(to -> CompletableFuture.supplyAsync(() -> closes(maya.id(), to.id())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(done -> done)
                .count();

        assertThat(went).isGreaterThanOrEqualTo(1);
        assertThat(jdbc.sql("select count(*) from contact_owner_change where contact_id = ?")
                        .param(helen.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void twoWhoAreHandedOverToEachOtherAtOnceAreNotBothGone() {
        ContactId helen = acquaintances.of(maya);
        ContactId petra = acquaintances.of(ola);

        CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> closes(maya.id(), ola.id()));
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> closes(ola.id(), maya.id()));

        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(true, false);
        Viewer left = users.signedIn(maya.id()).isPresent() ? maya : ola;
        assertThat(contacts.page(left, helen).owner()).isEqualTo(left.id());
        assertThat(contacts.page(left, petra).owner()).isEqualTo(left.id());
    }

    private boolean closes(UserId from, UserId to) {
        try {
            handOvers.close(admin, HandOver.ofAll(Ids.next(), from, to, WHY));
            return true;
        } catch (RuleRefused refused) {
            return false;
        }
    }

    @Test
    void aRepeatHandsNothingOverTwiceAndOtherWordsAreAConflict() {
        ContactId helen = acquaintances.of(maya);
        UUID id = Ids.next();
        handOvers.give(manager, id, helen, ola.id(), WHY);

        assertThat(handOvers.give(manager, id, helen, ola.id(), WHY)).isEqualTo(id);
        assertThatThrownBy(() -> handOvers.give(manager, id, helen, ola.id(), "Something else"))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void onlyWhoLeadsTheTeamHandsOverWithoutClosing() {
        acquaintances.of(maya);
        HandOver all = HandOver.ofAll(Ids.next(), maya.id(), ola.id(), WHY);

        assertThatThrownBy(() -> handOvers.giveAll(ola, all)).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> handOvers.giveAll(somebody.whoLeads(), all)).isInstanceOf(NotSeen.class);
        handOvers.giveAll(manager, all);

        assertThat(users.signedIn(maya.id())).isPresent();
        assertThat(handOvers.waitingWith(maya.id()).isNothing()).isTrue();
    }

    @Test
    void whatEndsWithAnAccountIsSaidBefore() {
        LocalDate soon = LocalDate.now().plusDays(3);
        absences.arrange(maya, new GoAway(Ids.next(), maya.id(), ola.id(), soon, soon.plusDays(2)));
        String mayas = "/admin/people/" + maya.uuid() + "/closing";
        String olas = "/admin/people/" + ola.uuid() + "/closing";
        String managers = "/admin/people/" + manager.uuid() + "/closing";
        assertThat(get(admin, mayas)).bodyText().contains("What ends", "and " + ola.name() + " stands in");
        assertThat(get(admin, olas)).bodyText().contains("They stand in for " + maya.name());
        assertThat(get(admin, managers)).bodyText().contains("and nobody else does. Name somebody");
        Viewer another = somebody.whoLeads(north);
        assertThat(get(admin, managers)).bodyText().contains("It is still led by " + another.name());

        assertThat(post(admin, olas, null, null)).hasStatus(303);

        assertThat(get(admin, mayas)).bodyText().doesNotContain("What ends");
    }

    @Test
    void anAdminSeesNumbersAndNoNames() {
        OfferScene.Story said = offered.complete(maya);
        String name = contacts.page(maya, said.helen()).name();

        assertThat(get(admin, "/admin/people/" + maya.uuid() + "/closing"))
                .hasStatusOk()
                .bodyText()
                .contains("2 contacts", "1 conversation that is planned or not finished")
                .doesNotContain(name);
        UUID id = Ids.next();
        assertThat(post(admin, "/admin/people/" + maya.uuid() + "/closing", ola.id(), WHY, id))
                .hasStatus(303)
                .hasRedirectedUrl("/hand-overs/" + id);
        assertThat(get(admin, "/hand-overs/" + id)).hasStatusOk().bodyText().doesNotContain(name);
        assertThat(get(maya, "/")).hasStatus(303);
    }

    @Test
    void theBriefSaysWhatTheySaidWhatIsOpenWhatIsPromisedAndWhoToldThem() {
        OfferScene.Story said = offered.complete(maya);
        TurnId open = talks.heard(maya, said.talk(), said.helen(), "And the depot in Ghent is another story.");
        threads.open(maya, Ids.next(), open, null);
        promise(maya, said.helen(), "Send the list");
        UUID id = Ids.next();
        assertThat(get(manager, "/colleagues/" + maya.uuid() + "/hand-over"))
                .hasStatusOk()
                .bodyText()
                .contains("depot in Ghent", "Send the list");
        assertThat(post(manager, "/colleagues/" + maya.uuid() + "/hand-over", ola.id(), WHY, id))
                .hasStatus(303);

        assertThat(get(ola, "/hand-overs/" + id))
                .hasStatusOk()
                .bodyText()
                .contains(WHY, "depot in Ghent", "Send the list", ola.name(), "Nobody has told them yet");
        assertThat(post(ola, "/hand-overs/" + id + "/told/" + said.helen().value(), null, null))
                .hasStatus(303);
        assertThat(get(ola, "/hand-overs/" + id)).bodyText().contains(ola.name() + " told them on");
        assertThat(get(somebody.whoSells(), "/hand-overs/" + id)).hasStatus(404);
        assertThat(post(
                        somebody.whoSells(),
                        "/hand-overs/" + id + "/told/" + said.helen().value(),
                        null,
                        null))
                .hasStatus(404);
    }

    @Test
    void aSalespersonFindsNoneOfThesePages() {
        String[] pages = {
            "/admin/people/" + ola.uuid() + "/closing",
            "/colleagues/" + ola.uuid() + "/hand-over",
            "/hand-overs/" + UUID.randomUUID()
        };
        for (String page : pages) {
            assertThat(get(maya, page)).as(page).hasStatus(404);
        }
        assertThat(get(manager, "/admin/people/" + maya.uuid() + "/closing")).hasStatus(404);
    }

    private PromiseId promise(Viewer by, ContactId to, String words) {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(by, MakePromise.ours(id, to, words, LocalDate.now().plusDays(2)));
        return id;
    }

    private @Nullable UUID owner(String table, String column, UUID id) {
        return jdbc.sql("select " + column + " from " + table + " where id = ?")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private TeamId teamOf(String table, UUID id) {
        return new TeamId(jdbc.sql("select team_id from " + table + " where id = ?")
                .param(id)
                .query(UUID.class)
                .single());
    }

    private static void refused(Runnable attempt, String key) {
        assertThatThrownBy(attempt::run).isInstanceOf(RuleRefused.class).hasMessageContaining(key);
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(signedIn(viewer)).exchange();
    }

    private MvcTestResult post(Viewer viewer, String path, @Nullable UserId to, @Nullable String why) {
        return post(viewer, path, to, why, Ids.next());
    }

    private MvcTestResult post(Viewer viewer, String path, @Nullable UserId to, @Nullable String why, UUID id) {
        return mvc.post()
                .uri(path)
                .with(signedIn(viewer))
                .with(csrf())
                .param("id", id.toString())
                .param("to", to == null ? "" : to.value().toString())
                .param("why", why == null ? "" : why)
                .exchange();
    }
}
