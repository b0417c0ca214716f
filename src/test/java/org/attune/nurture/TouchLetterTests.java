package org.attune.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Notes;
import org.attune.conversations.ProposalView;
import org.attune.correspondence.LetterState;
import org.attune.mail.MailServer;
import org.attune.mail.Postbox;
import org.attune.offers.OfferScene;
import org.attune.outside.OutsideLinkId;
import org.attune.outside.Sending;
import org.attune.outside.SentLink;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.EmailLine;
import org.attune.platform.Ids;
import org.attune.pulse.AskPulse;
import org.attune.pulse.Pulses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Letters as their form sends them: with a link that was made before, once more, and to a few people at once. */
@AttuneTest
class TouchLetterTests {

    private static final String BASE = "https://attune.example.org";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pulses pulses;

    @Autowired
    private OfferScene offers;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Notes notes;

    @Autowired
    private Postbox postbox;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private JdbcClient jdbc;

    private MailServer server;
    private TeamId team;
    private Viewer anna;
    private String address;
    private String other;
    private ContactId helen;

    @BeforeEach
    void aMailServer() {
        server = postbox.opens();
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
        address = "helen-" + Ids.next() + "@brandt.example";
        other = "brandt-" + Ids.next() + "@home.example";
        helen = acquaintances.of(
                anna, ContactDetails.named("Helen", "Brandt").with(EmailLine.work(address), EmailLine.work(other)));
    }

    @AfterEach
    void closes() {
        postbox.closes();
    }

    private String touches() {
        return "/contacts/" + helen.value() + "/touches";
    }

    private OutsideLinkId asked() {
        OutsideLinkId id = new OutsideLinkId(Ids.next());
        pulses.ask(anna, new AskPulse(id, helen, 14));
        return id;
    }

    private SentLink pulse() {
        return Objects.requireNonNull(pulses.panel(anna, helen, true).sent());
    }

    private SentForm withLink(OutsideLinkId id) {
        return SentForm.opened(mvc, anna, touches() + "?link=" + id.value(), touches());
    }

    private int written() {
        return jdbc.sql("select count(*) from letter where contact_id = :id")
                .param("id", helen.value())
                .query(Integer.class)
                .single();
    }

    private int touched() {
        return jdbc.sql("select count(*) from touch where contact_id = :id")
                .param("id", helen.value())
                .query(Integer.class)
                .single();
    }

    private void becomes(UUID letter, String state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql("select state from letter where id = :id")
                .param("id", letter)
                .query(String.class)
                .single()
                .equals(state));
    }

    @Test
    void aLinkIsWrittenWithInTheirLanguageAndLeavesOnlyWhenSomebodySendsIt() throws Exception {
        jdbc.sql("update contact set language = 'de' where id = :id")
                .param("id", helen.value())
                .update();
        OutsideLinkId id = asked();
        String path = Objects.requireNonNull(pulse().path());
        assertThat(get(anna, "/contacts/" + helen.value())).bodyText().contains(touches() + "?link=" + id.value());
        SentForm form = withLink(id);
        assertThat(form.value("subject")).isEqualTo("Wie geht es Ihnen mit uns?");
        assertThat(form.value("words")).startsWith("Guten Tag Helen Brandt,").contains("[link]");
        assertThat(form.typed("send")).isEqualTo("true");
        assertThat(written()).isZero();
        assertThat(pulse().went()).isEmpty();

        assertThat(form.send(mvc, anna)).hasStatus(303);
        assertThat(form.send(mvc, anna)).hasStatus(303);

        MimeMessage letter = server.awaits(address, 1);
        assertThat(MailServer.words(letter)).allSatisfy(words -> assertThat(words)
                .contains("Guten Tag Helen Brandt,", BASE + path)
                .doesNotContain("[link]"));
        becomes(UUID.fromString(form.value("id")), "sent");
        assertThat(server.to(address)).hasSize(1);
        assertThat(touched()).isOne();
        assertThat(pulse().went()).extracting(Sending::letter).containsExactly(LetterState.SENT);
        assertThat(get(anna, "/contacts/" + helen.value())).bodyText().contains("In a letter of " + anna.name());
    }

    @Test
    void nobodyElseOfUsReadsTheLinkInTheTouch() {
        OutsideLinkId id = asked();
        String path = Objects.requireNonNull(pulse().path());
        SentForm form = withLink(id);
        form.send(mvc, anna);
        Viewer lead = somebody.whoLeads(team);

        for (String page : List.of(touches(), "/touches/" + form.value("id"), "/contacts/" + helen.value())) {
            assertThat(get(lead, page)).hasStatusOk().bodyText().doesNotContain(path);
        }
        assertThat(jdbc.sql("select words from touch where id = :id")
                        .param("id", UUID.fromString(form.value("id")))
                        .query(String.class)
                        .single())
                .contains("[link]")
                .doesNotContain(path);
        assertThat(get(lead, touches() + "?link=" + id.value())).hasStatus(404);
        assertThat(get(anna, "/contacts/" + acquaintances.of(anna).value() + "/touches?link=" + id.value()))
                .as("it is for somebody else")
                .hasStatus(404);
    }

    @Test
    void whatWentAnotherWayIsNotedWithItsLinkAndTakenBackWithTheTouch() {
        var story = offers.complete(anna);
        helen = story.helen();
        String need = "/needs/" + story.need().value();
        SentForm summary = SentForm.opened(mvc, anna, need, need + "/summaries")
                .choosing("contact", helen.value().toString())
                .with("text", "A third of them is never billed.");
        assertThat(summary.send(mvc, anna)).hasStatus(303);
        String write = touches() + "?link=" + summary.value("id");
        assertThat(get(anna, need)).bodyText().contains(write);

        SentForm form = SentForm.opened(mvc, anna, write, touches());
        assertThat(form.value("words")).contains("what I understood from you");
        assertThat(form.without("send").send(mvc, anna)).hasStatus(303);
        assertThat(form.send(mvc, anna)).hasStatus(303);

        assertThat(written()).isZero();
        assertThat(get(anna, need)).bodyText().contains("Sent by other means, noted by " + anna.name());
        assertThat(SentForm.to("/touches/" + form.value("id") + "/reversal").send(mvc, anna))
                .hasStatus3xxRedirection();
        assertThat(get(anna, need)).bodyText().doesNotContain("Sent by other means");
    }

    @Test
    void whoWantsNoLettersGetsNoneWithALinkEitherAndNothingTypedIsLost() {
        OutsideLinkId id = asked();
        SentForm form = withLink(id).with("words", "Dear Helen, quite my own words: [link]");
        jdbc.sql("insert into letter_address (key, wanted) values (address_key(:a), false)")
                .param("a", address)
                .update();

        assertThat(form.choosing("address", address).send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("wants no letters from us", "quite my own words", "value=\"" + id.value() + "\"");

        assertThat(touched()).isZero();
        assertThat(pulse().went()).isEmpty();
    }

    @Test
    void whoIsNotToHearFromUsGetsNoLinkEither() {
        OutsideLinkId id = asked();
        SentForm form = withLink(id);
        jdbc.sql(
                        "insert into contact_stop (id, contact_id, whose_wish, said_by, said_at) values (:id, :contact, 'theirs', :by, now())")
                .param("id", Ids.next())
                .param("contact", helen.value())
                .param("by", anna.uuid())
                .update();

        assertThat(form.send(mvc, anna)).hasStatus(422);

        assertThat(touched()).isZero();
        assertThat(written()).isZero();
    }

    @Test
    void aLinkThatWasTakenBackMeanwhileIsNotSentAndNothingTypedIsLost() {
        OutsideLinkId id = asked();
        SentForm form = withLink(id).with("words", "Dear Helen, quite my own words: [link]");
        pulses.end(anna, id);

        assertThat(form.send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("takes no answer any more", "quite my own words");

        assertThat(touched()).isZero();
        assertThat(get(anna, touches() + "?link=" + id.value())).hasStatus(422);
    }

    private String failedTo(String to) {
        OutsideLinkId id = asked();
        SentForm form = withLink(id).choosing("address", to);
        assertThat(form.send(mvc, anna)).hasStatus(303);
        server.awaits(to, 1);
        UUID letter = UUID.fromString(form.value("id"));
        becomes(letter, "sent");
        jdbc.sql("update letter set state = 'failed', obstacle = 'address_busy' where id = :id")
                .param("id", letter)
                .update();
        return "/touches/" + letter;
    }

    @Test
    void whatIsTriedAgainGoesWhereItWentBeforeWithItsLink() {
        String touch = failedTo(other);
        String path = Objects.requireNonNull(pulse().path());
        SentForm again = SentForm.opened(mvc, anna, touch, touch + "/letter");
        assertThat(again.value("address")).isEqualTo(other);

        assertThat(SentForm.to(touch + "/letter").send(mvc, anna)).hasStatus(303);
        assertThat(SentForm.to(touch + "/letter").send(mvc, anna))
                .as("pressed twice")
                .hasStatus(303);

        assertThat(MailServer.words(server.awaits(other, 2)))
                .allSatisfy(words -> assertThat(words).contains(BASE + path));
        assertThat(server.to(address)).isEmpty();
    }

    @Test
    void itGoesToAnotherAddressOnlyWhereSomebodyChoosesOne() {
        String touch = failedTo(other);
        jdbc.sql("delete from contact_email where contact_id = :id and address = :a")
                .param("id", helen.value())
                .param("a", other)
                .update();
        assertThat(SentForm.opened(mvc, anna, touch, touch + "/letter").value("address"))
                .isEmpty();
        assertThat(SentForm.to(touch + "/letter").send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("is theirs no longer");
        assertThat(server.to(address)).isEmpty();

        assertThat(SentForm.to(touch + "/letter").choosing("address", address).send(mvc, anna))
                .hasStatus(303);

        server.awaits(address, 1);
        assertThat(server.to(other)).hasSize(1);
    }

    @Test
    void aLetterGoesOnFromTheLastMessageOfAThreadThatWasBrought() throws Exception {
        ConversationId talk = talks.begun(anna, helen);
        notes.sort(anna, talk, Ids.next(), """
                Message-ID: <two@brandt.example>
                In-Reply-To: <one@attune.example.org>
                Subject: The surcharges
                Date: Mon, 2 Mar 2026 10:04:00 +0000
                From: Helen Brandt <helen@brandt.example>

                We never bill them.""");
        assertThat(notes.proposals(anna, talk)).extracting(ProposalView::words).containsExactly("We never bill them.");
        SentForm form = SentForm.opened(mvc, anna, touches() + "?thread=" + talk.value(), touches());
        assertThat(form.value("subject")).isEqualTo("Re: The surcharges");

        assertThat(form.with("words", "Dear Helen, since when?").send(mvc, anna))
                .hasStatus(303);

        MimeMessage letter = server.awaits(address, 1);
        assertThat(letter.getHeader("In-Reply-To")).containsExactly("<two@brandt.example>");
        assertThat(references(letter)).containsExactly("<one@attune.example.org>", "<two@brandt.example>");
        UUID first = UUID.fromString(form.value("id"));
        becomes(first, "sent");
        jdbc.sql("update letter set state = 'failed', obstacle = 'address_busy' where id = :id")
                .param("id", first)
                .update();
        SentForm.to("/touches/" + first + "/letter").send(mvc, anna);
        assertThat(references(server.awaits(address, 2)))
                .as("tried again")
                .containsExactly("<one@attune.example.org>", "<two@brandt.example>");
        becomes(first, "sent");
        assertThat(SentForm.opened(mvc, anna, touches() + "?answers=" + first + "&kind=OTHER", touches())
                        .with("words", "And who would?")
                        .with("subject", "Re: The surcharges")
                        .send(mvc, anna))
                .hasStatus(303);
        assertThat(references(server.awaits(address, 3)))
                .containsExactly(
                        "<one@attune.example.org>", "<two@brandt.example>", "<" + first + "@attune.example.org>");
    }

    private static List<String> references(MimeMessage letter) throws Exception {
        return List.of(letter.getHeader("References", " ").trim().split("\\s+"));
    }

    @Test
    void aThreadOfSomebodyElseIsNotGoneOnFrom() {
        ContactId petra = acquaintances.of(anna);
        ConversationId talk = talks.begun(anna, petra);
        notes.sort(anna, talk, Ids.next(), "Message-ID: <x@x.example>\nSubject: Yard\nFrom: Petra\n\nNever.");

        SentForm form = SentForm.opened(mvc, anna, touches() + "?thread=" + talk.value(), touches());

        assertThat(form.typed("subject")).isEmpty();
    }

    @Test
    void eachOfAFewGetsALetterOfTheirOwnAndWhatComesBackFromOneTouchesNoOther() throws Exception {
        String petras = "petra-" + Ids.next() + "@roth.example";
        ContactId petra =
                acquaintances.of(anna, ContactDetails.named("Petra", "Roth").with(EmailLine.work(petras)));
        SentForm form = SentForm.opened(
                        mvc,
                        anna,
                        "/touches/new/words?with=" + helen.value() + "&with=" + petra.value(),
                        "/touches/new")
                .with("rows[0].words", "Dear Helen, the yard is quiet in spring")
                .with("rows[1].words", "Good morning Petra, here is what you wanted to read about tolls")
                .choosing("send", "true")
                .with("subject", "For you");
        assertThat(form.send(mvc, anna)).hasStatus(303);
        assertThat(form.send(mvc, anna)).hasStatus(303);

        MimeMessage one = server.awaits(address, 1);
        MimeMessage two = server.awaits(petras, 1);
        assertThat(MailServer.words(one))
                .allSatisfy(
                        words -> assertThat(words).contains("the yard is quiet").doesNotContain("tolls", "Petra"));
        assertThat(MailServer.words(two))
                .allSatisfy(words -> assertThat(words).contains("about tolls").doesNotContain("yard", "Helen"));
        assertThat(one.getAllRecipients()).hasSize(1);
        assertThat(one.getHeader("Message-ID")).isNotEqualTo(two.getHeader("Message-ID"));
        assertThat(one.getHeader("List-Unsubscribe")).isNotEqualTo(two.getHeader("List-Unsubscribe"));

        String helens = form.value("rows[0].touch");
        String petrasTouch = form.value("rows[1].touch");
        becomes(UUID.fromString(helens), "sent");
        becomes(UUID.fromString(petrasTouch), "sent");
        assertThat(SentForm.to("/touches/" + helens + "/return").send(mvc, anna))
                .hasStatus(303);
        becomes(UUID.fromString(helens), "returned");
        becomes(UUID.fromString(petrasTouch), "sent");
        assertThat(form.send(mvc, anna)).hasStatus(303);
        assertThat(server.to(address)).hasSize(1);
        assertThat(server.to(petras)).hasSize(1);
        assertThat(server.to(other)).isEmpty();
    }

    @Test
    void whereOneOfAFewWantsNoneNobodyGetsOneBeforeThatIsPutRight() {
        ContactId petra = acquaintances.of(anna, ContactDetails.named("Petra", "Roth"));
        SentForm form = SentForm.opened(
                        mvc,
                        anna,
                        "/touches/new/words?with=" + helen.value() + "&with=" + petra.value(),
                        "/touches/new")
                .with("rows[0].words", "Dear Helen, the yard is quiet in spring")
                .with("rows[1].words", "Good morning Petra, here is what you wanted to read about tolls")
                .choosing("send", "true")
                .with("subject", "For you");

        assertThat(form.send(mvc, anna)).hasStatus(422).bodyText().contains("the yard is quiet", "about tolls");

        assertThat(touched()).isZero();
        assertThat(written()).isZero();
    }

    private MvcTestResult get(Viewer viewer, String at) {
        return mvc.get().uri(at).with(signedIn(viewer)).exchange();
    }
}
