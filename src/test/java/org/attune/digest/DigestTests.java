package org.attune.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.mail.internet.MimeMessage;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Absences;
import org.attune.access.GoAway;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.access.WorkingWeek;
import org.attune.conversations.ConversationScene;
import org.attune.mail.MailServer;
import org.attune.mail.Postbox;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.attune.voice.StatementScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The letter in the morning, with a mail server: what is in it, when it comes, and how it is stopped. */
@AttuneTest
class DigestTests {

    private static final String BASE = "https://attune.example.org";
    private static final String PAGE = "/preferences/digest";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    private MorningRound round;

    @Autowired
    private Digests digests;

    @Autowired
    private DigestLink link;

    @Autowired
    private Postbox postbox;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private StatementScene loop;

    @Autowired
    private Promises promises;

    @Autowired
    private Absences absences;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    private MailServer server;
    private Viewer anna;
    private ContactId helen;
    private LocalDate day;
    private LocalDate before;

    @BeforeEach
    void aMorning() {
        jdbc.sql("update digest_choice set wanted = false").update(); // others before us may have chosen it
        server = postbox.opens();
        anna = somebody.whoSells();
        helen = happened.met(anna);
        WorkingWeek week = organisation.current().week();
        day = week.after(LocalDate.now(BERLIN));
        before = day.minusDays(1);
        while (!week.isWorked(before)) {
            before = before.minusDays(1);
        }
    }

    @AfterEach
    void nobodyWantsAnyMore() {
        postbox.closes();
        jdbc.sql("update digest_choice set wanted = false").update();
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void nobodyGetsOneWhoDidNotAskForIt() {
        promised(day);

        assertThat(round.round(morning(BERLIN))).isZero();
    }

    @Test
    void itNamesWhomToListenToWhatIsPromisedAndWhatChangedAndNothingTheySaid() throws Exception {
        digests.choose(anna, true);
        happened.heardLongAgo(anna, happened.met(anna, "Paula Roth"));
        PromiseId late = promised(day.minusDays(1));
        UUID theirs = theyPromised(day);
        ContactId petra = happened.met(anna, "Petra Roth");
        healthWas(petra, before.minusDays(3), "steady");
        healthWas(petra, before, "cooling");
        Viewer ben = somebody.whoSells();
        heardBy(ben);

        round.round(morning(BERLIN));

        MimeMessage letter = server.awaits(emailOf(anna), 1);
        assertThat(letter.getSubject()).startsWith("Your day, ");
        assertThat(MailServer.words(letter)).allSatisfy(words -> assertThat(words)
                .contains(
                        "Hello " + anna.name(),
                        "Time to listen",
                        "Paula Roth: Every 2 weeks is the rhythm; it has been")
                .contains("To Helen Brandt: 1 day late", "From Helen Brandt: today")
                .contains("Petra Roth: the relationship was steady and is cooling now.")
                .contains(ben.name() + " heard Helen Brandt.")
                .contains(
                        BASE + "/promises/" + late.value(),
                        BASE + "/promises/" + theirs,
                        BASE + "/contacts/" + helen.value())
                .doesNotContain("secret list", "drawer", "They bring", "??", "{0}"));
    }

    @Test
    void itNamesWhomToTellWhatBecameOfWhatTheySaidAndNotWhatThatWas() {
        digests.choose(anna, true);
        UUID statement = loop.put(anna, helen);
        loop.answered(anna, statement);

        round.round(morning(BERLIN));

        assertThat(MailServer.words(server.awaits(emailOf(anna), 1))).allSatisfy(words -> assertThat(words)
                .contains(
                        "To tell them what became of it",
                        "Helen Brandt: something they said was answered",
                        BASE + "/voice/statements/" + statement)
                .doesNotContain("typed twice", "It saves hours"));
    }

    @Test
    void itReadsWellWithoutAPage() {
        digests.choose(anna, true);
        PromiseId promise = promised(day);
        String house = organisation.current().name();

        round.round(morning(BERLIN));

        String plain = MailServer.words(server.awaits(emailOf(anna), 1)).get(0).replace("\r", "");
        String ends = plain.substring(plain.lastIndexOf(BASE)).strip();
        assertThat(link.open(ends.substring((BASE + "/digest/").length()))).contains(anna.id());
        assertThat(plain).isEqualTo("""
                Hello %s,

                This is what your day in Attune at %s begins with.

                Promised
                - To Helen Brandt: today
                  https://attune.example.org/promises/%s

                Open Today:
                https://attune.example.org/

                You get this because you chose it in your preferences. It names people and nothing more; what they said stays in Attune.

                --
                Attune at https://attune.example.org/ wrote this by itself. Nobody reads an answer to it.

                Stop these letters:
                %s
                """.formatted(anna.name(), house, promise.value(), ends));
    }

    @Test
    void itSpeaksTheirLanguage() throws Exception {
        digests.choose(anna, true);
        jdbc.sql("update app_user set locale = 'de-DE' where id = :id")
                .param("id", anna.uuid())
                .update();
        promised(day);

        round.round(morning(BERLIN));

        MimeMessage letter = server.awaits(emailOf(anna), 1);
        assertThat(letter.getSubject()).startsWith("Ihr Tag, ");
        assertThat(MailServer.words(letter)).allSatisfy(words -> assertThat(words)
                .contains("Zugesagt", "An Helen Brandt: heute", "Diese Mails beenden")
                .doesNotContain("Promised", "today"));
    }

    @Test
    void itComesInTheMorningOfWhereTheyAre() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Viewer ola = somebody.whoSells();
        jdbc.sql("update app_user set zone = 'America/New_York' where id = :id")
                .param("id", ola.uuid())
                .update();
        ContactId rosa = happened.met(ola, "Rosa Okafor");
        promises.make(ola, MakePromise.ours(new PromiseId(Ids.next()), rosa, "A secret list", day));
        promised(day);
        digests.choose(anna, true);
        digests.choose(ola, true);

        round.round(morning(BERLIN));
        server.awaits(emailOf(anna), 1);
        assertThat(server.to(emailOf(ola))).isEmpty();

        round.round(morning(newYork));
        server.awaits(emailOf(ola), 1);
        assertThat(server.to(emailOf(anna))).hasSize(1);
    }

    @Test
    void whereThereIsNothingToSayNoneComesThatDay() {
        digests.choose(anna, true);
        assertThat(round.round(morning(BERLIN))).isZero();

        promised(day);

        assertThat(round.round(morning(BERLIN).plusSeconds(900))).isZero();
        assertThat(letters(anna)).isZero();
    }

    @Test
    void howeverManyLookItIsWrittenOnce() throws Exception {
        digests.choose(anna, true);
        promised(day);
        ExecutorService instances = Executors.newFixedThreadPool(4);
        Callable<Integer> looking = () -> round.round(morning(BERLIN));
        List<Future<Integer>> looked = instances.invokeAll(List.of(looking, looking, looking, looking));
        instances.shutdown();
        int written = 0;
        for (Future<Integer> one : looked) {
            written += one.get();
        }

        assertThat(written).isEqualTo(1);
        assertThat(round.round(morning(BERLIN).plusSeconds(900))).isZero();
        assertThat(letters(anna)).isEqualTo(1);
    }

    @Test
    void afterADowntimeThatDayIsLeftOutAndTheNextComes() {
        digests.choose(anna, true);
        promised(day);

        assertThat(round.round(day.atTime(11, 0).atZone(BERLIN).toInstant())).isZero();
        LocalDate next = organisation.current().week().after(day);
        assertThat(round.round(next.atTime(10, 59).atZone(BERLIN).toInstant())).isEqualTo(1);
    }

    @Test
    void aLetterThatCannotBeSentIsNotSentInTheEvening() {
        digests.choose(anna, true);
        promised(day);
        round.round(morning(BERLIN));

        assertThat(jdbc.sql("select useful_until from mail where user_id = :id and kind = 'digest'")
                        .param("id", anna.uuid())
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(day.atTime(11, 0).atZone(BERLIN).toInstant());
    }

    @Test
    void nothingIsWrittenWithoutAMailServerNorTaken() {
        digests.choose(anna, true);
        promised(day);
        postbox.closes();
        round.work();
        server = postbox.opens();

        assertThat(round.round(morning(BERLIN))).isEqualTo(1);
    }

    @Test
    void whoeverIsAwayOrGoneGetsNoneAndTheStandInFindsWhatFallsToThem() {
        Viewer ola = somebody.whoSells();
        digests.choose(anna, true);
        digests.choose(ola, true);
        LocalDate today = LocalDate.now(BERLIN);
        promised(day);
        absences.arrange(anna, new GoAway(Ids.next(), anna.id(), ola.id(), today, day));

        round.round(morning(BERLIN));

        assertThat(MailServer.words(server.awaits(emailOf(ola), 1))).allSatisfy(words -> assertThat(words)
                .contains("While you stand in", anna.name() + " promised Helen Brandt something: today")
                .doesNotContain("secret list"));
        assertThat(server.to(emailOf(anna))).isEmpty();
        absences.comeBack(anna, anna.id());
        jdbc.sql("update app_user set deactivated_at = now() where id = :id")
                .param("id", anna.uuid())
                .update();
        assertThat(round.round(morning(BERLIN))).isZero();
    }

    @Test
    void openingTheLinkStopsNothingAndSendingItDoesWithoutSigningIn() throws Exception {
        digests.choose(anna, true);
        promised(day);
        round.round(morning(BERLIN));
        MimeMessage letter = server.awaits(emailOf(anna), 1);
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String header = letter.getHeader("List-Unsubscribe")[0];
        assertThat(header).startsWith("<" + BASE + "/digest/").endsWith(">");
        String path = header.substring(1 + BASE.length(), header.length() - 1);

        assertThat(mvc.get().uri(path)).hasStatusOk().bodyText().contains("Stop the letter in the morning?");
        assertThat(mvc.head().uri(path)).hasStatusOk();
        assertThat(digests.isWantedBy(anna)).isTrue();

        for (int twice = 0; twice < 2; twice++) {
            assertThat(mvc.post().uri(path).param("List-Unsubscribe", "One-Click"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("No more letters in the morning", "Send it after all")
                    .doesNotContain(anna.name(), emailOf(anna));
        }
        assertThat(digests.isWantedBy(anna)).isFalse();
        promises.make(anna, MakePromise.ours(new PromiseId(Ids.next()), helen, "More", day.plusDays(1)));
        assertThat(round.round(organisation
                        .current()
                        .week()
                        .after(day)
                        .atTime(8, 0)
                        .atZone(BERLIN)
                        .toInstant()))
                .isZero();

        assertThat(mvc.post().uri(path + "/reversal").with(csrf()))
                .hasStatus(303)
                .hasRedirectedUrl(path);
        assertThat(digests.isWantedBy(anna)).isTrue();
        assertThat(mvc.post().uri(path + "/reversal")).hasStatus(303);
    }

    @Test
    void stoppingItKeepsOneFromBeingSentThatWaits() {
        digests.choose(anna, true);
        promised(day);
        postbox.sets(MailServer.at(org.attune.access.OpenIdServer.nobodysPort()));
        round.round(morning(BERLIN));

        digests.choose(link.of(anna.id()), false);

        assertThat(jdbc.sql("select state from mail where user_id = :id and kind = 'digest'")
                        .param("id", anna.uuid())
                        .query(String.class)
                        .single())
                .isEqualTo("withdrawn");
    }

    @Test
    void nobodyMakesALinkOfTheirOwnAndWhoeverTriesHasToWait() {
        String own = link.of(anna.id());
        char last = own.charAt(own.length() - 2);
        String other = own.substring(0, own.length() - 2) + (last == 'A' ? 'B' : 'A') + own.substring(own.length() - 1);
        for (String wrong :
                List.of(other, "x", UUID.randomUUID().toString(), anna.uuid().toString())) {
            assertThat(mvc.get().uri("/digest/" + wrong)).hasStatus(404);
            assertThat(mvc.post().uri("/digest/" + wrong)).hasStatus(404);
        }
        assertThatThrownBy(() -> digests.choose(other, false)).isInstanceOf(NotSeen.class);
        for (int guess = 0; guess < 12; guess++) {
            mvc.post().uri("/digest/" + other).exchange();
        }
        assertThat(mvc.post().uri("/digest/" + other)).hasStatus(429);
        assertThat(mvc.get().uri("/digest/" + own)).hasStatusOk();
    }

    @Test
    void itIsChosenInThePreferences() {
        assertThat(mvc.get().uri("/preferences").with(signedIn(anna)))
                .bodyText()
                .contains("href=\"" + PAGE + "\"");
        assertThat(mvc.get().uri(PAGE).with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("You do not get it.", "Send it to me")
                .doesNotContain("Nobody has set a mail server", "??");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(mvc.post()
                            .uri(PAGE)
                            .param("wanted", "true")
                            .with(signedIn(anna))
                            .with(csrf()))
                    .hasStatus(303)
                    .hasRedirectedUrl(PAGE);
        }
        assertThat(mvc.get().uri(PAGE).with(signedIn(anna))).bodyText().contains("You get it.", "Stop it");
        assertThat(jdbc.sql("select count(*) from audit_entry where kind = 'digest_choice' and about_id = :id")
                        .param("id", anna.uuid())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        postbox.closes();
        assertThat(mvc.get().uri(PAGE).with(signedIn(anna))).bodyText().contains("Nobody has set a mail server");
        server = postbox.opens();
        assertThat(mvc.get().uri(PAGE).with(signedIn(somebody.whoAdministers())))
                .hasStatus(404);
    }

    private static Instant at(LocalDate day, ZoneId zone) {
        return day.atTime(7, 30).atZone(zone).toInstant();
    }

    private Instant morning(ZoneId zone) {
        return at(day, zone);
    }

    private String emailOf(Viewer person) {
        return jdbc.sql("select email from app_user where id = :id")
                .param("id", person.uuid())
                .query(String.class)
                .single();
    }

    private int letters(Viewer person) {
        return jdbc.sql("select count(*) from mail where user_id = :id and kind = 'digest'")
                .param("id", person.uuid())
                .query(Integer.class)
                .single();
    }

    private PromiseId promised(LocalDate due) {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(anna, MakePromise.ours(id, helen, "The secret list", day.plusDays(9)));
        jdbc.sql("update promise set due = :due where id = :id")
                .param("due", Date.valueOf(due))
                .param("id", id.value())
                .update();
        return id;
    }

    private UUID theyPromised(LocalDate due) {
        PromiseId id = promised(due);
        jdbc.sql(
                        "update promise set side = 'them', promiser_id = null, words = 'They bring the numbers' where id = :id")
                .param("id", id.value())
                .update();
        return id.value();
    }

    private void healthWas(ContactId contact, LocalDate day, String band) {
        jdbc.sql("insert into health_history (contact_id, day, score, band) values (:contact, :day, 50, :band)")
                .param("contact", contact.value())
                .param("day", day)
                .param("band", band)
                .update();
    }

    private void heardBy(Viewer colleague) {
        talks.companion(helen, colleague);
        talks.heard(colleague, talks.begun(colleague, helen), helen, "Half of it is in a drawer.");
    }
}
