package org.attune.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class StagePagesTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Stages stages;

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
    void showsWhatTheNextStageAsksForFromHerSide() {
        assertThat(get(anna)).hasStatusOk().bodyText().contains("Know asks for one thing from her side", "Not yet");
    }

    @Test
    void showsTheEvidenceAndOffersTheMove() {
        UUID call = happened.spoke(anna, helen, "they");
        happened.heard(call, helen);

        assertThat(get(anna))
                .hasStatusOk()
                .bodyText()
                .contains("/conversations/" + call + "#t1", ", turn 1", "Move to Trust");
    }

    @Test
    void movesAndOffersToUndo() {
        happened.heard(happened.spoke(anna, helen, "we"), helen);
        UUID id = Ids.next();

        assertThat(post(anna, id, "know", null))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/contacts/" + helen.value());

        assertThat(mvc.post()
                        .uri("/contacts/{contact}/stage/reversal?of={move}", helen.value(), id)
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(stages.current(anna, helen)).isEmpty();
    }

    @Test
    void answersHtmxWithThePathAsItIsNow() {
        happened.heard(happened.spoke(anna, helen, "we"), helen);

        assertThat(mvc.post()
                        .uri("/contacts/{contact}/stage", helen.value())
                        .param("id", Ids.next().toString())
                        .param("to", "know")
                        .header("HX-Request", "true")
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("Moved to Know.", "/stage/reversal?of=", "id=\"stage\"")
                .doesNotContain("<html");
    }

    @Test
    void keepsWhatWasTypedWhenAReasonIsMissing() {
        assertThat(post(anna, Ids.next(), "weighing", null))
                .hasStatus(422)
                .bodyText()
                .contains("Not all that Weighing asks for is there", "aria-invalid=\"true\"", "selected=\"selected\"");
        assertThat(stages.moves(anna, helen)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 422, Choose a stage.",
                "nirvana, 422, There is no such stage.",
                "not_now, 422, It has to be ahead.",
            })
    void refusesAnotherStageKindly(@Nullable String to, int status, String says) {
        assertThat(post(anna, Ids.next(), to == null ? "" : to, "Because"))
                .hasStatus(status)
                .bodyText()
                .contains(says);
        assertThat(stages.moves(anna, helen)).isEmpty();
    }

    @Test
    void refusesADayThatIsNoneAndAReasonThatIsABook() {
        assertThat(mvc.post()
                        .uri("/contacts/{contact}/stage", helen.value())
                        .param("id", Ids.next().toString())
                        .param("to", "not_now")
                        .param("until", "in September")
                        .param("reason", "x".repeat(1001))
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("in September", "such as 2026-11-19");
        assertThat(post(anna, Ids.next(), "know", "x".repeat(1001))).hasStatus(422);
        assertThat(stages.moves(anna, helen)).isEmpty();
    }

    @Test
    void aPageThatIsOlderThanTheStageMeetsAConflict() {
        stages.move(anna, new MoveContact(Ids.next(), helen, "know", null, "Met", null));

        assertThat(post(anna, Ids.next(), "trust", "Told us")).hasStatus(409);
    }

    @Test
    void aRepeatedSubmitMovesOnce() {
        UUID id = Ids.next();
        post(anna, id, "know", "Met");

        assertThat(post(anna, id, "know", "Met")).hasStatus3xxRedirection();
        assertThat(stages.moves(anna, helen)).hasSize(1);
    }

    @Test
    void withoutTheTokenNothingMoves() {
        assertThat(mvc.post()
                        .uri("/contacts/{contact}/stage", helen.value())
                        .param("id", Ids.next().toString())
                        .param("to", "parted")
                        .with(Somebody.signedIn(anna)))
                .hasStatus(403);
        assertThat(stages.moves(anna, helen)).isEmpty();
    }

    @Test
    void whoDoesNotSeeThemFindsNothing() {
        Viewer stranger = somebody.whoSells();

        assertThat(get(stranger)).hasStatus(404);
        assertThat(post(stranger, Ids.next(), "parted", null)).hasStatus(404);
        assertThat(get(somebody.whoAdministers())).hasStatus(404);
        assertThat(mvc.get().uri("/contacts/not-an-id/stage").with(Somebody.signedIn(anna)))
                .hasStatus(404);
        assertThat(stages.moves(anna, helen)).isEmpty();
    }

    @Test
    void leavesAsideUntilADayAndComesBack() {
        stages.placeAsImported(anna, Ids.next(), helen, "weighing", java.time.Instant.now());
        UUID placed = stages.path(anna, helen).move();
        stages.move(
                anna,
                new MoveContact(
                        Ids.next(),
                        helen,
                        "not_now",
                        placed,
                        null,
                        LocalDate.now().plusDays(40)));

        assertThat(get(anna)).hasStatusOk().bodyText().contains("Not now, until", "Back to Weighing");
    }

    private MvcTestResult get(Viewer viewer) {
        return mvc.get()
                .uri("/contacts/{contact}/stage", helen.value())
                .with(Somebody.signedIn(viewer))
                .exchange();
    }

    private MvcTestResult post(Viewer viewer, UUID id, String to, @Nullable String reason) {
        return mvc.post()
                .uri("/contacts/{contact}/stage", helen.value())
                .param("id", id.toString())
                .param("to", to)
                .param("reason", reason == null ? "" : reason)
                .with(Somebody.signedIn(viewer))
                .with(csrf())
                .exchange();
    }
}
