package org.attune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.Assumptions;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Hunches;
import org.attune.conversations.Mark;
import org.attune.conversations.Threads;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A page costs as many statements for somebody with much as for somebody with little. */
@AttuneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountTests {

    /** More than any page shows at once. */
    private static final int MUCH = 40;

    private static final int NEEDS = 6;
    private static final int OFFERS = 8;
    private static final int PARTICIPANTS = 5;

    /** Somebody, and where what they have is found. */
    private record World(Viewer viewer, ContactId contact, Map<String, UUID> ids) {

        String at(String path) {
            String address = path;
            for (Map.Entry<String, UUID> id : ids.entrySet()) {
                address = address.replace("{" + id.getKey() + "}", id.getValue().toString());
            }
            return address;
        }
    }

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private OfferScene offered;

    @Autowired
    private Needs needs;

    @Autowired
    private Threads threads;

    @Autowired
    private Promises promises;

    @Autowired
    private Assumptions assumptions;

    @Autowired
    private Hunches hunches;

    @Autowired
    private JdbcClient jdbc;

    private World little;
    private World much;

    @BeforeAll
    void meetSomebodyWithLittleAndSomebodyWithMuch() {
        little = world(1);
        much = world(MUCH);
    }

    /**
     * What a page costs at the most; two of the statements begin a session, which a browser has already, and one counts
     * what waits today.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                / | 19
                /search?q=surcharge | 9
                /contacts | 12
                /companies | 8
                /companies/{company} | 8
                /contacts/{contact} | 42
                /contacts/{contact}/edit | 10
                /contacts/{contact}/promises | 10
                /contacts/{contact}/stage | 13
                /contacts/{contact}/touches | 7
                /conversations/new | 5
                /conversations/{talk} | 30
                /conversations/{talk}/turns?after=0 | 21
                /conversations/{talk}/notes | 8
                /conversations/{talk}/participants | 7
                /conversations/{talk}/facts | 8
                /conversations/{talk}/closing | 16
                /turns/{turn} | 6
                /turns/{turn}/needs/new | 9
                /needs/{need} | 16
                /needs/{need}/readiness | 9
                /contacts/{contact}/offers/new | 12
                /offers | 5
                /offers/{offer} | 10
                /offers/{offer}/print | 10
                /history/contacts/{contact} | 8
                /history/needs/{need} | 8
                /history/offers/{offer} | 8
                """)
    void aPageCostsTheSameWithLittleAndWithMuch(String path, int atMost) {
        int few = statements(little, path);

        assertThat(few).as(path).isBetween(1, atMost);
        assertThat(statements(much, path)).as(path).isEqualTo(few);
    }

    @Test
    void theThirdTurnCostsAsMuchAsTheHundredthAndTwentyFirst() {
        int third = toLog(little);

        assertThat(third).isBetween(1, 29);
        assertThat(toLog(much)).isEqualTo(third);
    }

    private int statements(World world, String path) {
        return Statements.during(() -> assertThat(mvc.get().uri(world.at(path)).with(signedIn(world.viewer())))
                .as(path)
                .hasStatusOk());
    }

    private int toLog(World world) {
        return Statements.during(() -> assertThat(mvc.post()
                        .uri(world.at("/conversations/{talk}/turns"))
                        .with(signedIn(world.viewer()))
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("id", Ids.next().toString())
                        .param("speaker", world.contact().value().toString())
                        .param("text", "And that is not all."))
                .hasStatusOk());
    }

    /** Everything there is once, or that many times. */
    private World world(int size) {
        Viewer anna = somebody.whoSells();
        String company = "Kessler " + Ids.next();
        List<ContactId> people = new ArrayList<>();
        for (int n = 0; n <= size; n++) {
            people.add(acquaintances.of(
                    anna,
                    ContactDetails.named("Helen", "Brandt " + n).at(company).tagged("tag" + n)));
        }
        ContactId helen = people.get(0);
        ConversationId talk = scene.begun(
                anna, people.subList(0, Math.min(size, PARTICIPANTS)).toArray(ContactId[]::new));
        List<TurnId> heard = new ArrayList<>();
        List<NeedId> noted = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            TurnId said = scene.heard(
                    anna, talk, helen, "Of " + n + " surcharges, who bills them?", Mark.THEIR_QUESTION, Mark.PERSONAL);
            scene.asked(anna, talk, "What happens to surcharge " + n + "?", said);
            TurnId answer = scene.heard(anna, talk, helen, "Number " + n + " is forgotten.");
            threads.open(anna, Ids.next(), answer, null);
            promises.make(
                    anna,
                    MakePromise.ours(
                            new PromiseId(Ids.next()),
                            people.get(n),
                            "Send list " + n,
                            LocalDate.now().plusDays(1)));
            assumptions.make(anna, Ids.next(), helen, "The delay starts in dispatch, part " + n);
            hunches.have(anna, Ids.next(), helen, "Let the drivers speak, part " + n);
            heard.add(said);
            if (n < NEEDS) {
                noted.add(noted(anna, answer, n));
            }
        }
        List<OfferId> offers = new ArrayList<>();
        for (int n = 0; n < Math.min(size, OFFERS); n++) {
            offers.add(offered.sent(offered.complete(anna, helen, people.get(1))));
        }
        UUID firm = jdbc.sql("select id from company where name = :name")
                .param("name", company)
                .query(UUID.class)
                .single();
        return new World(
                anna,
                helen,
                Map.of(
                        "contact",
                        helen.value(),
                        "company",
                        firm,
                        "talk",
                        talk.value(),
                        "turn",
                        heard.get(0).value(),
                        "need",
                        noted.get(0).value(),
                        "offer",
                        offers.get(0).value()));
    }

    private NeedId noted(Viewer viewer, TurnId heard, int number) {
        NeedId need = new NeedId(Ids.next());
        String title = "Surcharge " + number + " goes unbilled";
        return needs.note(
                viewer, new NoteNeed(need, heard, NeedKind.PROBLEM, title, null, Set.of(PersonRole.HAS_PROBLEM)));
    }
}
