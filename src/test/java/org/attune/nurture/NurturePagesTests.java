package org.attune.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class NurturePagesTests {

    /** Where those who sell in tests look at the calendar. */
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Touches touches;

    @Autowired
    private Silences silences;

    @Autowired
    private WaysOn waysOn;

    @Autowired
    private MockMvcTester mvc;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsMet() {
        anna = somebody.whoSells();
        helen = happened.met(anna);
    }

    @Test
    void notReachedIsOneKeyFromTodayAndBack() {
        UUID id = Ids.next();
        assertThat(post(anna, on("touches"), Map.of("id", id.toString(), "kind", "TRIED_TO_REACH", "from", "today")))
                .hasRedirectedUrl("/");

        assertThat(touches.find(anna, id).kind()).isEqualTo(TouchKind.TRIED_TO_REACH);
        assertThat(post(anna, "/touches/" + id + "/reversal", Map.of())).hasRedirectedUrl("/contacts/" + helen.value());
        assertThat(touches.ofContact(anna, helen, 9)).isEmpty();
    }

    @Test
    void showsWhatWasDoneAndHowItLandedInTheirWords() {
        UUID id = Ids.next();
        post(
                anna,
                on("touches"),
                Map.of("id", id.toString(), "kind", "MATERIAL", "words", "The checklist", "askedFor", "true"));
        assertThat(post(anna, "/touches/" + id + "/reaction", Map.of("reaction", "GOOD", "words", "Printed it.")))
                .hasStatus3xxRedirection();

        assertThat(get(anna, on("touches")))
                .hasStatusOk()
                .bodyText()
                .contains("The checklist", "asked for, ", "It landed", "<q class=\"s\">Printed it.</q>");
        assertThat(get(anna, "/touches/" + id)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "'', , '', Say what it was.",
        "SPAM, , '', This is not in the form expected here.",
        "EVENT, 9999-01-01, '', This day is still to come.",
        "EVENT, yesterday, '', such as 2026-11-19",
    })
    void keepsWhatWasTypedWhereSomethingIsWrong(String kind, String day, String words, String says) {
        var form = Map.of("id", Ids.next().toString(), "kind", kind, "day", day == null ? "" : day, "words", words);

        assertThat(post(anna, on("touches"), form)).hasStatus(422).bodyText().contains(says, "role=\"alert\"");
        assertThat(touches.ofContact(anna, helen, 9)).isEmpty();
    }

    @Test
    void refusesAnotherTouchUnderTheSameId() {
        String id = Ids.next().toString();
        post(anna, on("touches"), Map.of("id", id, "kind", "EVENT"));

        assertThat(post(anna, on("touches"), Map.of("id", id, "kind", "EVENT"))).hasStatus3xxRedirection();
        assertThat(post(anna, on("touches"), Map.of("id", id, "kind", "GREETING")))
                .hasStatus(409);
        assertThat(post(anna, "/touches/" + id + "/reaction", Map.of())).hasStatus(422);
    }

    @Test
    void amongAFewItSaysWhoIsToBeLeftInPeaceAndLeavesThemOutByOneTick() {
        ContactId petra = happened.met(anna, "Petra Kühn");
        silences.agree(anna, new AgreeSilence(Ids.next(), petra, TODAY.plusDays(20), null, null));
        String few = "?with=" + helen.value() + "&with=" + petra.value();
        assertThat(get(anna, "/touches/new" + few)).bodyText().containsOnlyOnce("Leave in peace until");
        assertThat(get(anna, "/touches/new/words" + few))
                .bodyText()
                .contains("was agreed. Whatever comes before that day", "Leave Petra Kühn out")
                .doesNotContain("rows0.leftOut");

        UUID id = Ids.next();
        Map<String, String> form = few(id, petra);
        form.put("rows[1].leftOut", "true");
        assertThat(post(anna, "/touches/new", form)).hasRedirectedUrl("/touches/together/" + id);
        assertThat(touches.ofContact(anna, helen, 9)).hasSize(1);
        assertThat(touches.ofContact(anna, petra, 9)).isEmpty();

        assertThat(post(anna, "/touches/new", few(Ids.next(), petra))).hasStatus3xxRedirection();
        assertThat(touches.ofContact(anna, petra, 9)).hasSize(1);
    }

    @Test
    void amongAFewNobodyIsWrittenToAgainstTheirWishAndWhoItIsStandsBesideThem() {
        ContactId petra = happened.met(anna, "Petra Kühn");
        waysOn.choose(anna, new ChooseWayOn(Ids.next(), petra, null, Way.STOP, null, Wish.THEIRS, null, null));
        String few = "?with=" + helen.value() + "&with=" + petra.value();
        assertThat(get(anna, "/touches/new" + few)).bodyText().contains("They do not want to hear from us");
        assertThat(get(anna, "/touches/new/words" + few))
                .bodyText()
                .contains("They asked not to hear from us. Leave them out.")
                .containsPattern("id=\"rows1.leftOut\"[^>]*checked");

        assertThat(post(anna, "/touches/new", few(Ids.next(), petra)))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#rows1.words\"", "They asked not to hear from us. Leave them out.");
        assertThat(touches.ofContact(anna, helen, 9)).isEmpty();
        Map<String, String> nobody = few(Ids.next(), petra);
        nobody.put("rows[0].leftOut", "true");
        nobody.put("rows[1].leftOut", "true");
        assertThat(post(anna, "/touches/new", nobody)).hasStatus(422).bodyText().contains("Pick at least one person");
    }

    private Map<String, String> few(UUID id, ContactId other) {
        return new HashMap<>(Map.of(
                "id", id.toString(),
                "kind", "GREETING",
                "rows[0].touch", Ids.next().toString(),
                "rows[0].contact", helen.value().toString(),
                "rows[0].words", "Dear Helen, how was the harvest?",
                "rows[1].touch", Ids.next().toString(),
                "rows[1].contact", other.value().toString(),
                "rows[1].words", "Good morning, and a quiet week to all of you there."));
    }

    @Test
    void leavesInPeaceAndEndsThat() {
        UUID id = Ids.next();
        String until = TODAY.plusDays(20).toString();
        assertThat(post(anna, on("silence"), Map.of("id", id.toString(), "until", until, "why", "The board decides")))
                .hasRedirectedUrl("/contacts/" + helen.value());
        assertThat(get(anna, on("silence")))
                .hasStatusOk()
                .bodyText()
                .contains("Leave in peace until", "The board decides");

        assertThat(post(anna, "/silences/" + id + "/end", Map.of())).hasStatus3xxRedirection();
        assertThat(silences.current(anna, helen)).isEmpty();
        assertThat(post(anna, "/silences/" + id + "/resumption", Map.of())).hasStatus3xxRedirection();
        assertThat(silences.current(anna, helen)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"''", "2020-01-01", "9999-01-01", "September"})
    void wantsADayAheadForSilence(String until) {
        assertThat(post(anna, on("silence"), Map.of("id", Ids.next().toString(), "until", until, "why", "Typed")))
                .hasStatus(422)
                .bodyText()
                .contains("role=\"alert\"", "Typed");
        assertThat(silences.current(anna, helen)).isEmpty();
    }

    @Test
    void whoDoesNotSeeThemFindsNothing() {
        UUID touch = Ids.next();
        post(anna, on("touches"), Map.of("id", touch.toString(), "kind", "EVENT"));
        Viewer stranger = somebody.whoSells();
        var event = Map.of("id", Ids.next().toString(), "kind", "EVENT");

        assertThat(get(stranger, on("touches"))).hasStatus(404);
        assertThat(get(stranger, on("silence"))).hasStatus(404);
        assertThat(get(stranger, "/touches/" + touch)).hasStatus(404);
        assertThat(post(stranger, on("touches"), event)).hasStatus(404);
        assertThat(post(stranger, "/touches/" + touch + "/reversal", Map.of())).hasStatus(404);
        assertThat(post(somebody.whoAdministers(), on("touches"), event)).hasStatus(404);
        assertThat(touches.ofContact(anna, helen, 9)).hasSize(1);
    }

    @Test
    void withoutTheTokenNothingIsNoted() {
        assertThat(mvc.post()
                        .uri(on("touches"))
                        .param("id", Ids.next().toString())
                        .param("kind", "EVENT")
                        .with(Somebody.signedIn(anna)))
                .hasStatus(403);
        assertThat(touches.ofContact(anna, helen, 9)).isEmpty();
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
