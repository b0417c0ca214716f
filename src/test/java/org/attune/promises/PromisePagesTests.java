package org.attune.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
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
class PromisePagesTests {

    /** Where those who sell in tests look at the calendar. */
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Promises promises;

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
    void writesDownAPromiseAndShowsIt() {
        assertThat(post(
                        Ids.next(),
                        "THEM",
                        "She asks the drivers",
                        TODAY.minusDays(3).toString()))
                .hasRedirectedUrl("/contacts/" + helen.value());

        assertThat(page())
                .hasStatusOk()
                .bodyText()
                .contains("She asks the drivers", "3 days late", "promised by Helen");
    }

    @ParameterizedTest
    @CsvSource({
        "US, '', 2027-01-01, Write down what was promised.",
        "US, '   ', 2027-01-01, Write down what was promised.",
        "'', Send it, 2027-01-01, Say who has to keep it.",
        "NOBODY, Send it, 2027-01-01, This is not in the form expected here.",
        "US, Send it, '', Say by which day.",
        "US, Send it, soon, such as 2026-11-19",
        "US, Send it, 2206-01-01, Look at the year again.",
    })
    void keepsWhatWasTypedWhereSomethingIsWrong(String side, String words, String due, String says) {
        assertThat(post(Ids.next(), side, words, due)).hasStatus(422).bodyText().contains(says, "role=\"alert\"");
        assertThat(promises.ofContact(anna, helen).open()).isEmpty();
    }

    @Test
    void refusesWordsThatAreTooLongAndAnIdThatIsNone() {
        assertThat(post(Ids.next(), "US", "x".repeat(501), TODAY.toString())).hasStatus(422);
        assertThat(mvc.post()
                        .uri("/contacts/{contact}/promises", helen.value())
                        .param("id", "1; drop table promise")
                        .param("side", "US")
                        .param("words", "Send it")
                        .param("due", TODAY.toString())
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatus(422);
        assertThat(promises.ofContact(anna, helen).open()).isEmpty();
    }

    @Test
    void aRepeatedSubmitIsOnePromiseAndAnotherOneUnderItsIdAConflict() {
        UUID id = Ids.next();
        post(id, "US", "Send it", TODAY.toString());

        assertThat(post(id, "US", "Send it", TODAY.toString())).hasStatus3xxRedirection();
        assertThat(post(id, "US", "Send something else", TODAY.toString())).hasStatus(409);
        assertThat(promises.ofContact(anna, helen).open()).hasSize(1);
    }

    @Test
    void ticksItAsKeptAndUndoesThat() {
        PromiseId id = made();

        assertThat(outcome(anna, id, "KEPT")).hasStatus3xxRedirection();
        var kept = promises.find(anna, id);
        assertThat(kept.state()).isEqualTo(State.KEPT);
        assertThat(mvc.post()
                        .uri(
                                "/promises/{id}/reversal?of={outcome}",
                                id.value(),
                                java.util.Objects.requireNonNull(kept.outcome()).id())
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(promises.find(anna, id).state()).isEqualTo(State.OPEN);
    }

    @Test
    void answersHtmxWithTheLineAndAWordInTheCorner() {
        PromiseId id = made();

        assertThat(mvc.post()
                        .uri("/promises/{id}/outcomes", id.value())
                        .param("kind", "KEPT")
                        .header("HX-Request", "true")
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"promise-" + id.value() + "\"", "Promise kept.", "/reversal?of=")
                .doesNotContain("<html");
    }

    @Test
    void movesItToAnotherDayButNotIntoThePast() {
        PromiseId id = made();

        assertThat(move(id, TODAY.minusDays(1).toString()))
                .hasStatus(422)
                .bodyText()
                .contains("today or later");
        assertThat(move(id, "")).hasStatus(422).bodyText().contains("Say by which day.");
        assertThat(move(id, "whenever")).hasStatus(422).bodyText().contains("whenever");
        assertThat(move(id, TODAY.plusDays(2).toString())).hasStatus3xxRedirection();
        assertThat(promises.find(anna, id).due()).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void saysItInOtherWordsUnlessSomebodyDidMeanwhile() {
        PromiseId id = made();

        assertThat(reword(id, "", 0)).hasStatus(422).bodyText().contains("Write down what was promised.");
        assertThat(reword(id, "Send it today", 0)).hasStatus3xxRedirection();
        assertThat(reword(id, "Send it tomorrow", 0))
                .hasStatus(409)
                .bodyText()
                .contains("Send it today", "Send it tomorrow");
        assertThat(mvc.get().uri("/promises/{id}", id.value()).with(Somebody.signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("Send it today");
    }

    @Test
    void anOutcomeNobodyKnowsIsNone() {
        PromiseId id = made();

        assertThat(outcome(anna, id, "FORGOTTEN")).hasStatus(400);
        assertThat(outcome(anna, id, "MOVED")).hasStatus(422);
        assertThat(promises.find(anna, id).state()).isEqualTo(State.OPEN);
    }

    @Test
    void whoDoesNotSeeThemFindsNothing() {
        PromiseId id = made();
        Viewer stranger = somebody.whoSells();

        assertThat(mvc.get().uri("/contacts/{id}/promises", helen.value()).with(Somebody.signedIn(stranger)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/promises/{id}", id.value()).with(Somebody.signedIn(stranger)))
                .hasStatus(404);
        assertThat(outcome(stranger, id, "KEPT")).hasStatus(404);
        assertThat(outcome(somebody.whoAdministers(), id, "KEPT")).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/promises/{id}/outcomes", id.value())
                        .param("kind", "KEPT")
                        .with(Somebody.signedIn(anna)))
                .hasStatus(403);
        assertThat(promises.find(anna, id).state()).isEqualTo(State.OPEN);
    }

    private PromiseId made() {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(anna, MakePromise.ours(id, helen, "Send it", TODAY));
        return id;
    }

    private MvcTestResult page() {
        return mvc.get()
                .uri("/contacts/{contact}/promises", helen.value())
                .with(Somebody.signedIn(anna))
                .exchange();
    }

    private MvcTestResult post(UUID id, String side, String words, String due) {
        return mvc.post()
                .uri("/contacts/{contact}/promises", helen.value())
                .param("id", id.toString())
                .param("side", side)
                .param("words", words)
                .param("due", due)
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult outcome(Viewer viewer, PromiseId id, String kind) {
        return mvc.post()
                .uri("/promises/{id}/outcomes", id.value())
                .param("kind", kind)
                .with(Somebody.signedIn(viewer))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult move(PromiseId id, String due) {
        return mvc.post()
                .uri("/promises/{id}/day", id.value())
                .param("due", due)
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult reword(PromiseId id, String words, int version) {
        return mvc.post()
                .uri("/promises/{id}", id.value())
                .param("words", words)
                .param("version", String.valueOf(version))
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .exchange();
    }
}
