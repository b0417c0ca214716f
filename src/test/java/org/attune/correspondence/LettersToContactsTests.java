package org.attune.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.OpenIdServer;
import org.attune.access.Viewer;
import org.attune.mail.Handed;
import org.attune.mail.MailServer;
import org.attune.mail.Obstacle;
import org.attune.mail.Postbox;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.EmailLine;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters to contacts, with a mail server: what is in them, what becomes of them, and that nobody gets one who wants none. */
@AttuneTest
class LettersToContactsTests {

    private static final String BASE = "https://attune.example.org";

    @Autowired
    private Letters letters;

    @Autowired
    private LetterBox box;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Returns returns;

    @Autowired
    private Wishes wishes;

    @Autowired
    private Postbox postbox;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Contacts contacts;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private MailServer server;
    private Viewer anna;
    private String address;
    private ContactId helen;

    @BeforeEach
    void aMailServer() {
        server = postbox.opens();
        anna = somebody.whoSells();
        address = "helen-" + Ids.next() + "@brandt.example";
        helen = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt").with(EmailLine.work(address)));
    }

    @AfterEach
    void closes() {
        postbox.closes();
        jdbc.sql("delete from sign_in_failure").update();
    }

    private WriteLetter letter(UUID id, @Nullable UUID answers, WriteLetter.@Nullable Enclosure file) {
        return new WriteLetter(
                id, helen, address, "The checklist – as promised", "Dear Helen,\n\nhere it is <now>.", answers, file);
    }

    private UUID write(UUID id) {
        transaction.executeWithoutResult(status -> letters.write(anna, letter(id, null, null)));
        return id;
    }

    private String state(UUID id) {
        return jdbc.sql("select state from letter where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private void becomes(UUID id, String state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals(state));
    }

    private static String header(MimeMessage letter, String name) throws Exception {
        return String.join("", Objects.requireNonNull(letter.getHeader(name), name));
    }

    private static String secret(MimeMessage letter) throws Exception {
        return header(letter, "List-Unsubscribe").replaceAll("^<" + BASE + "/unwanted/|>$", "");
    }

    @Test
    void isFromTheHouseUnderTheWritersNameAndAnswersGoToThem() throws Exception {
        UUID id = write(Ids.next());

        MimeMessage letter = server.awaits(address, 1);
        assertThat(((InternetAddress) letter.getFrom()[0]).getPersonal()).isEqualTo(anna.name());
        assertThat(((InternetAddress) letter.getReplyTo()[0]).getAddress()).isEqualTo(somebody.emailOf(anna));
        assertThat(letter.getAllRecipients()).containsExactly(new InternetAddress(address, "Helen Brandt"));
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getHeader("Cc")).isNull();
        assertThat(letter.getSubject()).isEqualTo("The checklist – as promised");
        assertThat(header(letter, "Message-ID")).isEqualTo("<" + id + "@attune.example.org>");
        assertThat(header(letter, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(letter, "List-Unsubscribe")).startsWith("<" + BASE + "/unwanted/");
        assertThat(letter.getHeader("Auto-Submitted")).isNull();
        assertThat(MailServer.words(letter))
                .satisfiesExactly(
                        plain -> assertThat(plain)
                                .contains(
                                        "here it is <now>.",
                                        "-- ",
                                        anna.name(),
                                        "No more letters",
                                        BASE + "/unwanted/"),
                        page -> assertThat(page)
                                .contains("<p>Dear Helen,</p>", "here it is &lt;now&gt;.", BASE + "/unwanted/")
                                .doesNotContain("<img", "??"));
        becomes(id, "sent");
        assertThat(jdbc.sql("select content from letter where id = :id and content is null")
                        .param("id", id)
                        .query((row, n) -> true)
                        .list())
                .hasSize(1);
    }

    @Test
    void carriesTheSignatureAndTheWayOutInTheLanguageTheyRead() throws Exception {
        signatures.keep(anna, "Anna\nin English", "Anna\nauf Deutsch", 0);
        jdbc.sql("update contact set language = 'de' where id = :id")
                .param("id", helen.value())
                .update();
        write(Ids.next());

        MimeMessage letter = server.awaits(address, 1);
        assertThat(header(letter, "Content-Language")).isEqualTo("de");
        assertThat(MailServer.words(letter)).allSatisfy(words -> assertThat(words)
                .contains("auf Deutsch", "Bitte keine solchen Briefe mehr")
                .doesNotContain("in English"));
    }

    @Test
    void goesOnFromTheLetterBeforeAndBringsAFileAlong() throws Exception {
        UUID first = write(Ids.next());
        becomes(first, "sent");
        UUID second = Ids.next();
        var file = new WriteLetter.Enclosure("Prüfliste.pdf", "application/pdf", new byte[] {37, 80, 68, 70});
        transaction.executeWithoutResult(status -> letters.write(anna, letter(second, first, file)));
        becomes(second, "sent");
        UUID third = Ids.next();
        transaction.executeWithoutResult(status -> letters.write(anna, letter(third, second, null)));

        MimeMessage answer = server.awaits(address, 2);
        assertThat(header(answer, "In-Reply-To")).isEqualTo("<" + first + "@attune.example.org>");
        MimeMultipart parts = (MimeMultipart) answer.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(1).getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName())).isEqualTo("Prüfliste.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).containsExactly(37, 80, 68, 70);
        MimeMessage next = server.awaits(address, 3);
        assertThat(header(next, "References"))
                .containsSubsequence("<" + first + "@attune.example.org>", "<" + second + "@attune.example.org>");
    }

    @Test
    void theSameLetterIsSentOnceHoweverOftenItIsAskedFor() {
        UUID id = write(Ids.next());
        write(id);
        becomes(id, "sent");
        write(id);

        assertThat(state(id)).isEqualTo("sent");
        assertThat(server.to(address)).hasSize(1);
    }

    @Test
    void whatCouldNotBeSentIsTheSameMessageWhenItIsTriedAnew() throws Exception {
        postbox.sets(MailServer.at(OpenIdServer.nobodysPort()));
        UUID id = write(Ids.next());
        await().atMost(Duration.ofSeconds(30)).until(() -> "unreachable"
                .equals(jdbc.sql("select coalesce(obstacle, '') from letter where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single()));
        jdbc.sql("update letter set state = 'failed', wanted = null, content = null, ended_at = now() where id = :id")
                .param("id", id)
                .update();
        postbox.sets(server.address());
        write(id);

        assertThat(header(server.awaits(address, 1), "Message-ID")).isEqualTo("<" + id + "@attune.example.org>");
        becomes(id, "sent");
        assertThat(server.to(address)).hasSize(1);
    }

    @Test
    void whatAnInstanceDiedWithGoesOutLaterUnderTheSameId() {
        UUID id = waiting();
        Instant now = Instant.now();
        LetterBox.Taken first = taken(id, now);

        assertThat(box.take(now.plus(Duration.ofMinutes(9)))
                        .filter(one -> one.id().equals(id)))
                .isEmpty();
        LetterBox.Taken again = taken(id, now.plus(Duration.ofMinutes(11)));

        assertThat(again.attempts()).isEqualTo(first.attempts() + 1);
        box.carry(again, letter -> Handed.TAKEN, now);
        assertThat(state(id)).isEqualTo("sent");
    }

    /** Without anybody who sets out for it. */
    private UUID waiting() {
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> {
            postbox.sets(MailServer.at(OpenIdServer.nobodysPort()));
            letters.write(anna, letter(id, null, null));
            postbox.goesAway();
        });
        jdbc.sql("update letter set due_at = now() - interval '1 hour' where id = :id")
                .param("id", id)
                .update();
        return id;
    }

    private LetterBox.Taken taken(UUID id, Instant now) {
        return Stream.generate(() -> box.take(now))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAddressTheMailServerRefusesDoesNotWorkFromThenOn() {
        UUID id = waiting();

        box.carry(taken(id, Instant.now()), letter -> new Handed(Obstacle.ADDRESS_REFUSED, 550), Instant.now());

        assertThat(state(id)).isEqualTo("failed");
        assertThat(letters.addresses(anna, helen)).singleElement().satisfies(one -> assertThat(one.deadSince())
                .isNotNull());
        letters.works(anna, helen, address);
        assertThat(letters.addresses(anna, helen)).singleElement().satisfies(one -> assertThat(one.deadSince())
                .isNull());
    }

    @Test
    void openingTheLinkChangesNothingAndSendingItHoldsForEverybodyWhoCarriesTheAddress() throws Exception {
        write(Ids.next());
        String path = "/unwanted/" + secret(server.awaits(address, 1));
        Viewer ben = somebody.whoSells();
        ContactId same = acquaintances.of(
                ben, ContactDetails.named("H.", "Brandt").with(EmailLine.work(address.toUpperCase(Locale.ROOT))));

        assertThat(mvc.get().uri(path)).hasStatusOk().bodyText().doesNotContain(address, "Helen", anna.name());
        assertThat(letters.addresses(anna, helen)).allMatch(AddressView::wanted);
        // As RFC 8058 has mailboxes send it: without cookie or token.
        assertThat(mvc.post().uri(path).param("List-Unsubscribe", "One-Click"))
                .hasStatusOk()
                .bodyText()
                .contains("No more letters come")
                .doesNotContain(address, "Helen", anna.name());
        assertThat(mvc.post().uri(path).param("List-Unsubscribe", "One-Click")).hasStatusOk();

        assertThatThrownBy(() -> write(Ids.next()))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("correspondence.unwanted"));
        assertThat(letters.addresses(ben, same)).noneMatch(AddressView::wanted);
        assertThat(jdbc.sql(
                                "select count(*) from letter_wish w join letter_address a on a.id = w.address_id where a.key = address_key(:a)")
                        .param("a", address)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyTheyTakeItBackOrAnAdminWhomTheyToldSo() throws Exception {
        write(Ids.next());
        String secret = secret(server.awaits(address, 1));
        wishes.choose(secret, false);
        Viewer admin = somebody.whoAdministers();

        assertThatThrownBy(() -> wishes.takenBack(admin, address, " ")).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> wishes.takenBack(admin, "nobody@brandt.example", "By telephone"))
                .isInstanceOf(RuleRefused.class);
        assertThat(mvc.post()
                        .uri("/admin/unwanted")
                        .param("address", address)
                        .param("how", "By telephone")
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatus(404);
        wishes.takenBack(admin, address, "By telephone, to Anna");
        assertThat(wishes.isWanted(secret)).isTrue();
        wishes.choose(secret, false);
        assertThat(mvc.post().uri("/unwanted/" + secret + "/reversal").with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(wishes.isWanted(secret)).isTrue();
    }

    @Test
    void aSecretThatIsNoneLeadsNowhere() {
        for (String secret : List.of("x", UUID.randomUUID().toString(), "a".repeat(500))) {
            assertThat(mvc.get().uri("/unwanted/{secret}", secret)).hasStatus(404);
            assertThat(mvc.post().uri("/unwanted/{secret}", secret)).hasStatus(404);
        }
    }

    @Test
    void whoSaysNoWhileALetterIsHandedOverIsAnsweredWhenItHasLeftAndNothingLeavesAfterwards() throws Exception {
        write(Ids.next());
        String secret = secret(server.awaits(address, 1));
        UUID id = waiting();
        UUID later = waiting();
        AtomicReference<CompletableFuture<Void>> no = new AtomicReference<>();

        box.carry(
                taken(id, Instant.now()),
                letter -> {
                    no.set(CompletableFuture.runAsync(() -> wishes.choose(secret, false)));
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> jdbc.sql("""
                                            select count(*) from pg_stat_activity
                                             where wait_event_type = 'Lock' and query like '%letter_address%for update%'""").query(Integer.class).single() > 0);
                    assertThat(Objects.requireNonNull(no.get())).isNotDone();
                    return Handed.TAKEN;
                },
                Instant.now());
        Objects.requireNonNull(no.get()).get();

        assertThat(state(id)).isEqualTo("sent");
        assertThat(state(later)).isEqualTo("unwanted");
    }

    @Test
    void whatCameBackForGoodIsKnownByItsMessageIdAndLateIsNotBack() {
        UUID id = write(Ids.next());
        becomes(id, "sent");

        assertThatThrownBy(() -> returns.read(anna, report(id, "delayed", "4.4.1")))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> returns.read(anna, report(Ids.next(), "failed", "5.1.1")))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> returns.read(somebody.whoSells(), report(id, "failed", "5.1.1")))
                .isInstanceOf(RuleRefused.class);
        assertThat(state(id)).isEqualTo("sent");

        assertThat(returns.read(anna, report(id, "failed", "5.1.1"))).isEqualTo(1);
        assertThat(returns.read(anna, report(id, "failed", "5.1.1"))).isEqualTo(1);
        assertThat(state(id)).isEqualTo("returned");
        assertThat(letters.addresses(anna, helen)).singleElement().satisfies(one -> assertThat(one.deadSince())
                .isNotNull());
        assertThat(mvc.post()
                        .uri("/letters/returned")
                        .multipart()
                        .file("file", report(id, "failed", "5.1.1"))
                        .with(Somebody.signedIn(anna))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThatThrownBy(() -> letters.cameBack(somebody.whoSells(), id)).isInstanceOf(NotSeen.class);
    }

    private static byte[] report(UUID id, String action, String status) {
        return ReturnedMailTests.report("<" + id + "@attune.example.org>", action, status);
    }

    @Test
    void aLetterThatHasLeftCannotBeTakenBackAndOneThatWaitsCan() {
        UUID sent = write(Ids.next());
        becomes(sent, "sent");
        UUID waits = waiting();

        assertThat(letters.takeBack(sent)).isFalse();
        assertThat(letters.takeBack(waits)).isTrue();
        assertThat(state(waits)).isEqualTo("withdrawn");
        assertThat(letters.takeBack(Ids.next())).isTrue();
    }

    @Test
    void isWrittenOnlyToAnAddressOfSomebodyOneSeesWithASubjectAndWords() {
        Viewer stranger = somebody.whoSells();
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> letters.write(stranger, letter(Ids.next(), null, null))))
                .isInstanceOf(NotSeen.class);
        for (WriteLetter wrong : List.of(
                new WriteLetter(Ids.next(), helen, "other@brandt.example", "S", "W", null, null),
                new WriteLetter(Ids.next(), helen, address, " ", "W", null, null),
                new WriteLetter(Ids.next(), helen, address, "x".repeat(201), "W", null, null),
                new WriteLetter(Ids.next(), helen, address, "S", " ", null, null))) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> letters.write(anna, wrong)))
                    .isInstanceOf(RuleRefused.class);
        }
    }

    @Test
    void nothingIsWrittenWhereTheTransactionIsRolledBack() {
        UUID id = Ids.next();
        transaction.executeWithoutResult(status -> {
            letters.write(anna, letter(id, null, null));
            status.setRollbackOnly();
        });

        assertThat(jdbc.sql("select 1 from letter where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .list())
                .isEmpty();
    }
}
