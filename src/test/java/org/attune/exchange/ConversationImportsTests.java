package org.attune.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Notes;
import org.attune.conversations.Part;
import org.attune.conversations.ProposalView;
import org.attune.conversations.StartedBy;
import org.attune.conversations.TurnKind;
import org.attune.exchange.SpeakerIs.Whose;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class ConversationImportsTests {

    private static final Pattern SPOKEN = Pattern.compile("(?m)^\\*\\*(\\w+):\\*\\* (.*)$");

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationImports conversations;

    @Autowired
    private Imports imports;

    @Autowired
    private Notes notes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Viewer anna;

    @BeforeEach
    void somebodyWhoSells() {
        anna = somebody.whoSells();
    }

    @ParameterizedTest
    @CsvSource({
        "closing-call-01, Maria, 2",
        "cold-call-success-01, Sarah, 1",
        "cold-call-unsuccessful-01, Brian, 1",
        "demo-call-success-01, Alex Lisa, 3",
        "discovery-call-01, Marcus, 2",
        "follow-up-success-01, Rachel, 1",
        "objection-pricing-01, Nicole, 1"
    })
    void everyLineOfACallBecomesAProposedTurnOfWhoeverSaidIt(String call, String ours, int theirs) throws IOException {
        byte[] file = file(call);
        String text = new String(file, StandardCharsets.UTF_8);
        Map<String, Long> inFile = SPOKEN.matcher(text.substring(text.indexOf("\n---\n")))
                .results()
                .collect(Collectors.groupingBy(found -> found.group(1), Collectors.counting()));

        UUID id = handedOver(file);
        TranscriptPreview preview = conversations.look(anna, id);
        assertThat(preview.day()).isBetween(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 1));
        assertThat(preview.minutes()).isPositive();
        assertThat(preview.speakers().stream()
                        .collect(Collectors.toMap(TranscriptPreview.Speaker::label, speaker -> (long) speaker.times())))
                .isEqualTo(inFile);
        assertThat(preview.speakers().stream()
                        .filter(speaker -> speaker.guess().whose() == Whose.OURS)
                        .map(TranscriptPreview.Speaker::label))
                .containsExactlyInAnyOrder(ours.split(" "));

        taken(preview);
        List<ProposalView> said = notes.proposals(anna, new ConversationId(id)).stream()
                .filter(proposal -> proposal.part() == Part.SAID)
                .toList();
        assertThat(said.stream()
                        .collect(Collectors.groupingBy(
                                turn -> Objects.requireNonNull(turn.label()), Collectors.counting())))
                .isEqualTo(inFile);
        assertThat(said).allSatisfy(turn -> {
            boolean oneOfUs = List.of(ours.split(" ")).contains(turn.label());
            assertThat(turn.kind() == TurnKind.HEARD).isEqualTo(!oneOfUs);
            assertThat(turn.speaker() == null).isEqualTo(oneOfUs);
        });
        assertThat(said.stream()
                        .map(ProposalView::speaker)
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSize(theirs);
        assertThat(said.get(0).words()).isEqualTo(first(text));
        assertThat(imports.report(anna, id).taken()).isEqualTo(said.size());
    }

    @Test
    void theSameFileAgainMakesNoSecondConversation() throws IOException {
        UUID id = handedOver(file("cold-call-success-01"));
        TranscriptPreview preview = conversations.look(anna, id);
        taken(preview);
        taken(preview);

        assertThat(conversations.handOver(anna, Ids.next(), "again.md", file("cold-call-success-01")))
                .contains(id);
        assertThat(jdbc.sql("select count(*) from conversation where owner_id = :viewer")
                        .param("viewer", anna.uuid())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(imports.waiting(anna)).isEmpty();
    }

    @Test
    void recognisesSomebodyWhoIsKnown() throws IOException {
        taken(conversations.look(anna, handedOver(file("follow-up-success-01"))));
        byte[] later = "**Rachel:** Hello\n**Chris Anderson:** Hello\n**Rachel:** Well\n**Chris Anderson:** Well\n"
                .getBytes(StandardCharsets.UTF_8);

        TranscriptPreview preview = conversations.look(anna, handedOver(later));

        assertThat(preview.speakers().get(1).candidates())
                .extracting(TranscriptPreview.Candidate::name)
                .containsExactly("Chris Anderson · DataPro");
        assertThat(preview.speakers().get(1).guess().whose()).isEqualTo(Whose.KNOWN);
    }

    @Test
    void nothingIsHalfDoneWhereSomethingIsMissing() throws IOException {
        UUID id = handedOver(file("closing-call-01"));
        List<SpeakerIs> speakers = List.of(
                new SpeakerIs("Maria", Whose.OURS, null, null),
                new SpeakerIs("James", Whose.NEW, null, "James Rodriguez"),
                new SpeakerIs("Susan", Whose.NEW, null, ""));

        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> conversations.take(anna, take(id, speakers)));
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> conversations.take(anna, take(id, speakers.subList(0, 1))));

        assertThat(jdbc.sql("select count(*) from seen_contact(:viewer)")
                        .param("viewer", anna.uuid())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> conversations.look(somebody.whoSells(), id));
    }

    @Test
    void leadsFromSeveralFilesToWhatIsToBeConfirmed() throws IOException {
        MvcTestResult handedOver = mvc.post()
                .uri("/import/conversation")
                .multipart()
                .file(new MockMultipartFile("file", "one.md", "text/markdown", file("discovery-call-01")))
                .file(new MockMultipartFile("file", "two.md", "text/markdown", file("demo-call-success-01")))
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .exchange();
        assertThat(handedOver).hasStatus3xxRedirection();
        String look = Objects.requireNonNull(handedOver.getResponse().getRedirectedUrl());
        assertThat(mvc.get().uri(look).with(Somebody.signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("Jennifer", "Director of Sales Operations, TechFlow Inc", "Jennifer Wu", "2024-01-22");

        assertThat(mvc.post()
                        .uri(look)
                        .param("day", "")
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Say on which day it was");

        MvcTestResult took = mvc.post()
                .uri(look)
                .param("day", "2024-01-22")
                .param("minutes", "42")
                .param("channel", "CALL")
                .param("startedBy", "WE")
                .param("speakers[0].label", "Marcus")
                .param("speakers[0].who", "OURS")
                .param("speakers[1].label", "Jennifer")
                .param("speakers[1].who", "NEW")
                .param("speakers[1].newName", "Jennifer Wu")
                .param("speakers[2].label", "David")
                .param("speakers[2].who", "LATER")
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .exchange();
        assertThat(took).hasStatus3xxRedirection();
        assertThat(mvc.get()
                        .uri(Objects.requireNonNull(took.getResponse().getRedirectedUrl()))
                        .with(Somebody.signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("/notes", "On to two.md", "Confirm what was said");
    }

    @Test
    void refusesATextInWhichNobodySpeaks() {
        assertThat(mvc.post()
                        .uri("/import/conversation")
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "essay.txt", "text/plain", "Once upon a time".getBytes(StandardCharsets.UTF_8)))
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("essay.txt has no lines with a name before them");
    }

    private UUID handedOver(byte[] file) {
        UUID id = Ids.next();
        assertThat(conversations.handOver(anna, id, "call.md", file)).isEmpty();
        return id;
    }

    private void taken(TranscriptPreview preview) {
        conversations.take(
                anna,
                take(
                        preview.id(),
                        preview.speakers().stream()
                                .map(TranscriptPreview.Speaker::guess)
                                .toList()));
    }

    private static TakeTranscript take(UUID file, List<SpeakerIs> speakers) {
        return new TakeTranscript(
                file, Channel.CALL, StartedBy.WE, Instant.parse("2024-02-01T12:00:00Z"), 20, speakers);
    }

    private static String first(String text) {
        return SPOKEN.matcher(text.substring(text.indexOf("\n---\n")))
                .results()
                .findFirst()
                .map(found -> found.group(2))
                .orElseThrow();
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ConversationImportsTests.class.getResourceAsStream("/sales_calls/" + name + ".md"))) {
            return file.readAllBytes();
        }
    }
}
