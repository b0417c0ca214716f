package org.attune.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.TeamId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The queue in pages, the question after a decision, and a stop that is undone. */
@AttuneTest
class QueuePagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Users users;

    @Autowired
    private WaysOn waysOn;

    @Autowired
    private Stops stops;

    @Autowired
    private OfferScene scene;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private TeamId team;
    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyWaits() {
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
        users.wear(anna, Hat.MARKETING);
        helen = happened.met(anna);
        jdbc.sql("update contact set created_at = :at where id = :id")
                .param("at", Timestamp.from(Instant.now().minus(Duration.ofDays(50))))
                .param("id", helen.value())
                .update();
        choose(Way.KEEP_IN_TOUCH, null);
    }

    @Test
    void saysWhyNowAndWhatWouldHelp() {
        assertThat(get(anna, "/nurture"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Helen Brandt", "nobody has spoken with them yet", "Say hello, and listen.", "data-key=\"w\"");
        assertThat(get(anna, "/")).hasStatusOk().bodyText().contains("See what helps");
    }

    @Test
    void underTheSalesHatItOffersTheOther() {
        users.wear(anna, Hat.SALES);

        assertThat(get(anna, "/nurture"))
                .hasStatusOk()
                .bodyText()
                .contains("marketing hat’s list", "Put on the marketing hat")
                .doesNotContain("Helen Brandt");
        assertThat(get(anna, "/")).hasStatusOk().bodyText().doesNotContain("See what helps");
    }

    @Test
    void laterEmptiesItKindlyAndIsUndone() {
        String id = Ids.next().toString();
        assertThat(post(
                        anna,
                        "/nurture/" + helen.value() + "/later",
                        Map.of("id", id, "until", TODAY.plusDays(7).toString())))
                .hasRedirectedUrl("/nurture");
        assertThat(get(anna, "/nurture"))
                .bodyText()
                .contains("Nobody is waiting to hear from us", "Enjoy your afternoon");

        assertThat(post(anna, "/nurture/put-off/" + id + "/reversal", Map.of())).hasRedirectedUrl("/nurture");
        assertThat(get(anna, "/nurture")).bodyText().contains("Helen Brandt");
    }

    @ParameterizedTest
    @CsvSource({"''", "2020-01-01", "9999-01-01", "Friday"})
    void wantsADayAhead(String until) {
        assertThat(post(
                        anna,
                        "/nurture/" + helen.value() + "/later",
                        Map.of("id", Ids.next().toString(), "until", until)))
                .hasStatus(422)
                .bodyText()
                .contains("role=\"alert\"");
    }

    @Test
    void notThemIsTakenBackTheSameWayAndTwiceIsOnce() {
        String id = Ids.next().toString();
        String path = "/nurture/" + helen.value() + "/not-them";
        assertThat(post(anna, path, Map.of("id", id))).hasRedirectedUrl("/nurture");
        assertThat(post(anna, path, Map.of("id", id))).hasRedirectedUrl("/nurture");
        assertThat(get(anna, "/nurture")).bodyText().doesNotContain("Helen Brandt");
        assertThat(post(anna, path, Map.of())).hasStatus(400);

        post(anna, "/nurture/put-off/" + id + "/reversal", Map.of());
        assertThat(get(anna, "/nurture")).bodyText().contains("Helen Brandt");
    }

    @Test
    void aManagerChoosesWhosePeople() {
        Viewer manager = somebody.whoLeads(team);
        users.wear(manager, Hat.MARKETING);

        assertThat(get(manager, "/nurture")).bodyText().doesNotContain("Helen Brandt");
        assertThat(get(manager, "/nurture?of=" + anna.uuid())).bodyText().contains("Helen Brandt");
        assertThat(get(manager, "/nurture?of=" + team.value())).bodyText().contains("Helen Brandt");
        assertThat(get(somebody.whoLeads(), "/nurture?of=" + anna.uuid()))
                .bodyText()
                .doesNotContain("Helen Brandt");
    }

    @Test
    void showsAStopPlainlyAndUndoesIt() {
        UUID stop = choose(Way.STOP, Wish.THEIRS);
        assertThat(get(anna, "/contacts/" + helen.value()))
                .hasStatusOk()
                .bodyText()
                .contains("They do not want to hear from us", "Undo the stop");
        assertThat(post(
                        anna,
                        "/contacts/" + helen.value() + "/touches",
                        Map.of("id", Ids.next().toString(), "kind", "EVENT")))
                .hasStatus(422)
                .bodyText()
                .contains("They asked not to hear from us");

        assertThat(post(somebody.whoSells(), "/stops/" + stop + "/undoing", Map.of()))
                .hasStatus(404);
        assertThat(post(anna, "/stops/" + stop + "/undoing", Map.of())).hasRedirectedUrl("/contacts/" + helen.value());
        assertThat(stops.holds(helen)).isEmpty();
    }

    @Test
    void itIsChangedLaterWithWhoAndWhen() {
        assertThat(post(
                        anna,
                        on("way-on"),
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "way",
                                "NOT_NOW",
                                "askAgainOn",
                                TODAY.plusDays(30).toString(),
                                "wouldRefer",
                                "NO",
                                "why",
                                "After stocktaking")))
                .hasRedirectedUrl("/contacts/" + helen.value());

        assertThat(get(anna, on("way-on")))
                .hasStatusOk()
                .bodyText()
                .contains("After stocktaking", "would not bring us to others", "Keep in touch", anna.name());
        assertThat(get(somebody.whoSells(), on("way-on"))).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', ''",
        "NOT_NOW, '', ''",
        "NOT_NOW, 2020-01-01, ''",
        "STOP, '', ''",
        "STOP, '', NOBODY",
        "PERHAPS, '', ''"
    })
    void refusesWhatSaysNotHow(String way, String day, String wish) {
        assertThat(post(
                        anna,
                        on("way-on"),
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "way",
                                way,
                                "askAgainOn",
                                day,
                                "whoseWish",
                                wish,
                                "why",
                                "Typed")))
                .hasStatus(422)
                .bodyText()
                .contains("role=\"alert\"", "Typed");
        assertThat(waysOn.current(anna, helen)).get().extracting(WayOnView::way).isEqualTo(Way.KEEP_IN_TOUCH);
    }

    @Test
    void afterADecisionItIsAskedUntilSomebodySays() {
        UUID offer = scene.accepted(scene.complete(anna)).value();
        String asks = "How does it go on?";
        assertThat(get(anna, "/offers/" + offer)).hasStatusOk().bodyText().contains(asks);
        assertThat(get(anna, "/")).hasStatusOk().bodyText().contains(asks);

        UUID decision = jdbc.sql("select id from decision where offer_id = ?")
                .param(offer)
                .query(UUID.class)
                .single();
        UUID contact = jdbc.sql("select contact_id from offer where id = ?")
                .param(offer)
                .query(UUID.class)
                .single();
        assertThat(get(anna, "/contacts/" + contact + "/way-on?decision=" + decision))
                .hasStatusOk()
                .bodyText()
                .contains(decision.toString(), "They have decided.");
        assertThat(post(
                        anna,
                        on("way-on"),
                        Map.of("id", Ids.next().toString(), "way", "KEEP_IN_TOUCH", "decision", decision.toString())))
                .hasStatus(404);
        assertThat(post(
                        anna,
                        "/contacts/" + contact + "/way-on",
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "way",
                                "KEEP_IN_TOUCH",
                                "decision",
                                decision.toString(),
                                "wouldRefer",
                                "YES")))
                .hasStatus3xxRedirection();

        assertThat(get(anna, "/offers/" + offer)).bodyText().doesNotContain(asks);
        assertThat(get(anna, "/contacts/" + contact + "/way-on"))
                .bodyText()
                .contains("/offers/" + offer, "would bring us");
    }

    private UUID choose(Way way, @Nullable Wish wish) {
        UUID id = Ids.next();
        waysOn.choose(anna, new ChooseWayOn(id, helen, null, way, null, wish, null, null));
        return id;
    }

    private String on(String what) {
        return "/contacts/" + helen.value() + "/" + what;
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(Somebody.signedIn(viewer)).exchange();
    }

    private MvcTestResult post(Viewer viewer, String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(Somebody.signedIn(viewer)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
