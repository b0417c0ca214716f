package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationScene;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.offers.OfferScene.Story;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@AttuneTest
class OfferPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OfferScene scene;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Needs needs;

    @Autowired
    private OffersSeen seen;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    private Viewer maya;

    @BeforeEach
    void somebodySells() {
        maya = somebody.whoSells();
    }

    @Test
    void readinessShowsTheWordsOrWhatIsMissing() {
        assertThat(text(open("/needs/" + scene.complete(maya).need().value() + "/readiness")))
                .contains("9 of 9", "The surcharges are on my list, and nobody else writes them down.")
                .contains("All nine are there.");
        assertThat(text(open("/needs/" + scene.begun(maya).need().value() + "/readiness")))
                .contains("2 of 9", "Not known yet. Only they can say it.", "When did that last happen");
    }

    @Test
    void whoAskedForAPriceGetsAReplyToCopy() {
        String page = text(open("/needs/" + scene.begun(maya).need().value() + "/readiness"));

        assertThat(page).contains("They asked for a price.", "Copy the reply").contains("data-copied");
        assertThat(text(open("/needs/" + scene.complete(maya).need().value() + "/readiness")))
                .doesNotContain("Copy the reply");
    }

    @Test
    void aConversationWithTwoNeedsHasEveryIdOnce() {
        Story story = scene.begun(maya);
        noteNeed(story, NeedKind.PROBLEM, "Half of it is never billed");

        String page = text(open("/conversations/" + story.talk().value()));

        assertThat(page).contains("Surcharges go unbilled", "Half of it is never billed");
        List<String> ids = Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatTheyWantToKnowIsNotOfferedFor() {
        Story story = scene.complete(maya);
        noteNeed(story, NeedKind.WANTS_TO_KNOW, "How others do it");

        assertThat(text(open(newOffer(story))))
                .contains("Surcharges go unbilled")
                .doesNotContain("How others do it");
    }

    @Test
    void erasedWordsSaySinceWhen() {
        Story story = scene.complete(maya);
        String path = "/offers/" + scene.recorded(story).value();
        jdbc.sql("""
                        update turn set words = null, salt = null, erased_at = timestamptz '2026-03-12 12:00Z'
                         where id in (:ask, :stated)""")
                .param("ask", story.ask().value())
                .param("stated", story.stated().value())
                .update();

        assertThat(text(open(path)))
                .containsPattern("(?s)\\[erased on request, 12 Mar( 2026)?\\].*\\[erased on request, 12 Mar( 2026)?\\]")
                .doesNotContain("The surcharges are on my list");
    }

    @Test
    void howLongOnesOwnOffersUsuallyWaitIsForOnesOwnEyes() {
        for (int n = 0; n < 4; n++) {
            scene.accepted(scene.complete(maya));
        }
        OfferId open = scene.sent(scene.complete(maya));
        assertThat(seen.find(maya, open).usualDays()).isNull();
        scene.accepted(scene.complete(maya));

        assertThat(seen.find(maya, open).usualDays()).isZero();
        assertThat(text(open("/offers/" + open.value()))).contains("Usual for you, once it is sent: the same day.");
        Viewer companion = somebody.whoSells();
        talks.companion(seen.find(maya, open).contact().id(), companion);
        assertThat(seen.find(companion, open).usualDays()).isNull();
    }

    @Test
    void theListLoadsNoScriptItDoesNotNeed() {
        assertThat(text(open("/offers"))).doesNotContain("/js/list");
    }

    @Test
    void aClosedGateExplainsItselfAndHasNothingToSubmit() {
        Story story = scene.begun(maya);

        MvcTestResult page = open(newOffer(story));

        assertThat(page).hasStatusOk();
        assertThat(text(page))
                .contains("Not yet", "No question of ours was answered about it yet.")
                .doesNotContain("name=\"title\"");
    }

    @Test
    void nothingIsWrittenWhenAClosedFormIsSentAnyway() {
        Story story = scene.begun(maya);

        MvcTestResult answer = send(offers(story), valid(story, "once", "100"));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("nothing was recorded");
        assertThat(offersOf(story)).isZero();
    }

    @Test
    void anOpenGateRecordsTheOfferAndShowsIt() {
        Story story = scene.complete(maya);
        assertThat(open(newOffer(story))).hasStatusOk().bodyText().contains("name=\"title\"", "Record the offer");

        MvcTestResult answer = send(offers(story), valid(story));

        assertThat(answer).hasStatus3xxRedirection();
        String path = answer.getResponse().getRedirectedUrl();
        assertThat(text(open(String.valueOf(path))))
                .contains(
                        "Pulled: Helen asked",
                        "€18,000",
                        "€9,600",
                        "6.5 months",
                        "What would it cost to do it properly")
                .contains("Petra chooses the three drivers for the trial", "53% of the part", "Send the offer");
    }

    @Test
    void thePrintHoldsNothingOfOurInsideView() {
        Story story = scene.complete(maya);
        OfferId id = scene.sent(story);

        String print = text(open("/offers/" + id.value() + "/print"));

        assertThat(print)
                .contains(
                        organisation.current().name(),
                        "Call capture for thirty-one drivers",
                        "€9,600",
                        "Petra chooses the three drivers for the trial")
                .doesNotContain(
                        "Four forwarders",
                        "Pulled",
                        "surcharges are on my list",
                        "€18,000",
                        "Paid back",
                        "Surcharges go unbilled");
    }

    @Test
    void everyPageOfAnOfferOpensInEveryState() {
        Story story = scene.complete(maya);
        OfferId id = scene.recorded(story);
        assertThat(open("/offers/" + id.value() + "/wording")).hasStatusOk();
        assertThat(send("/offers/" + id.value() + "/sending")).hasStatus3xxRedirection();
        assertThat(open("/offers/" + id.value() + "/revision")).hasStatusOk();
        assertThat(text(send("/offers/" + id.value() + "/decisions", decision("NOT_NOW", "askAgainOn", inDays(9)))))
                .isEmpty();
        assertThat(text(open("/offers/" + id.value()))).contains("leave in peace until");
        assertThat(send("/offers/" + id.value() + "/decisions", decision("YES")))
                .hasStatus3xxRedirection();
        assertThat(text(open("/offers/" + id.value()))).contains("Yes, on", "Again");
        assertThat(text(open("/offers/" + id.value() + "/again")))
                .contains("Same again?", "Has anything changed since");
        assertThat(text(open("/offers"))).contains("Call capture for thirty-one drivers", "answer after");
    }

    @Test
    void anHonestNoIsAGoodOutcome() {
        OfferId id = scene.sent(scene.complete(maya));

        send("/offers/" + id.value() + "/decisions", decision("NO", "reason", "We fix the list first."));

        assertThat(text(open("/offers/" + id.value())))
                .contains("An honest answer, and a good outcome", "We fix the list first.");
    }

    @Test
    void theSameAgainTakesOneForm() {
        Story story = scene.complete(maya);
        OfferId accepted = scene.accepted(story);

        MvcTestResult answer = send("/offers/" + accepted.value() + "/again", again(story));

        assertThat(answer).hasStatus3xxRedirection();
        assertThat(text(open(String.valueOf(answer.getResponse().getRedirectedUrl()))))
                .contains("The same as", "Same again, please.");
    }

    @Test
    void aRepeatedSubmitRecordsOnce() {
        Story story = scene.complete(maya);
        String[] form = valid(story);

        send(offers(story), form);
        assertThat(send(offers(story), form)).hasStatus3xxRedirection();

        assertThat(offersOf(story)).isEqualTo(1);
    }

    @Test
    void theSameIdWithOtherWordsIsAConflict() {
        Story story = scene.complete(maya);
        String[] form = valid(story);
        send(offers(story), form);

        assertThat(send(offers(story), with(form, "title", "Something else"))).hasStatus(409);
        assertThat(offersOf(story)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title|",
                "title|201*x",
                "scope|",
                "scope|10001*x",
                "once|a lot",
                "once|-1",
                "once|1.234",
                "once|99999999999999999999",
                "once|",
                "currency|",
                "currency|EURO",
                "currency|XQX",
                "validUntil|",
                "validUntil|tomorrow",
                "validUntil|1999-01-01",
                "validUntil|9999-01-01",
                "kind|SOMETHING",
                "kind|AGAIN",
                "id|",
                "id|not an id",
                "asked|",
                "asked|not an id",
                "needs[0].chosen|false",
                "needs[0].percent|0",
                "needs[0].percent|101",
                "needs[0].percent|most of it",
                "needs[0].need|not an id",
                "stillSensible|1001*x",
                "senseForUs|2001*x",
            })
    void whatIsWrongIsSaidWhereItIsAndNothingIsWritten(String field, @Nullable String value) {
        Story story = scene.complete(maya);

        MvcTestResult answer = send(offers(story), with(valid(story), field, unfold(value)));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("role=\"alert\"").contains("What they get");
        assertThat(offersOf(story)).isZero();
    }

    @Test
    void somebodyElsesTurnOrNeedIsNotThere() {
        Story story = scene.complete(maya);
        Story foreign = scene.complete(somebody.whoSells());

        assertThat(send(
                        offers(story),
                        with(
                                valid(story),
                                "needs[0].need",
                                foreign.need().value().toString())))
                .hasStatus(404);
        assertThat(send(offers(foreign), valid(foreign))).hasStatus(404);
        assertThat(open(newOffer(foreign))).hasStatus(404);
        assertThat(send(
                        offers(story),
                        with(valid(story), "asked", foreign.ask().value().toString())))
                .hasStatus(422);
        assertThat(offersOf(story) + offersOf(foreign)).isZero();
    }

    @Test
    void aForgedRequestIsRefused() {
        Story story = scene.complete(maya);

        assertThat(mvc.post()
                        .uri(offers(story))
                        .with(Somebody.signedIn(maya))
                        .params(fields(valid(story)))
                        .exchange())
                .hasStatus4xxClientError();
        assertThat(offersOf(story)).isZero();
    }

    static Stream<String> ofAnOffer() {
        return Stream.of("", "/print", "/wording", "/revision", "/again");
    }

    @ParameterizedTest
    @MethodSource("ofAnOffer")
    void anOfferOfSomebodyElseIsNotThere(String page) {
        OfferId id = scene.accepted(scene.complete(somebody.whoSells()));

        assertThat(open("/offers/" + id.value() + page)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"/sending", "/withdrawal", "/decisions", "/wording", "/revision", "/again"})
    void anOfferOfSomebodyElseCannotBeTouched(String deed) {
        Viewer other = somebody.whoSells();
        OfferId id = scene.sent(scene.complete(other));
        OfferView before = seen.find(other, id);

        assertThat(send("/offers/" + id.value() + deed, "why", "Because")).hasStatus(404);

        assertThat(seen.find(other, id).version()).isEqualTo(before.version());
    }

    @Test
    void aStaleDraftIsAConflictAndKeepsBoth() {
        OfferId id = scene.recorded(scene.complete(maya));
        String path = "/offers/" + id.value() + "/wording";
        String[] terms = terms("version", "0");

        assertThat(send(path, with(terms, "title", "First"))).hasStatus3xxRedirection();
        MvcTestResult stale = send(path, with(terms, "title", "Second"));

        assertThat(stale).hasStatus(409);
        assertThat(text(stale)).contains("First", "Second");
        assertThat(seen.find(maya, id).words().title()).isEqualTo("First");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"title|", "title|201*x", "once|a lot", "currency|E", "validUntil|never", "version|first"})
    void aDraftIsNotReworded(String field, @Nullable String value) {
        OfferId id = scene.recorded(scene.complete(maya));

        assertThat(send("/offers/" + id.value() + "/wording", with(terms("version", "0"), field, unfold(value))))
                .hasStatus(422);
        assertThat(seen.find(maya, id).version()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decision|",
                "decision|MAYBE",
                "id|",
                "id|not an id",
                "onDay|",
                "onDay|someday",
                "onDay|2999-01-01",
                "reason|5001*x",
                "askAgainOn|later",
                "askAgainOn|2001-01-01"
            })
    void aDecisionIsNotNoted(String field, @Nullable String value) {
        OfferId id = scene.sent(scene.complete(maya));

        MvcTestResult answer =
                send("/offers/" + id.value() + "/decisions", with(decision("NOT_NOW"), field, unfold(value)));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("role=\"alert\"");
        assertThat(seen.find(maya, id).decisions()).isEmpty();
    }

    @Test
    void takingBackAsksWhy() {
        OfferId id = scene.sent(scene.complete(maya));

        assertThat(send("/offers/" + id.value() + "/withdrawal")).hasStatus(422);
        assertThat(send("/offers/" + id.value() + "/withdrawal", "why", "x".repeat(1001)))
                .hasStatus(422);
        assertThat(seen.find(maya, id).state()).isEqualTo(OfferState.SENT);
        assertThat(send("/offers/" + id.value() + "/withdrawal", "why", "Not ours to do"))
                .hasStatus3xxRedirection();
        assertThat(text(open("/offers/" + id.value()))).contains("Not ours to do");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answer|",
                "answer|20001*x",
                "reply|",
                "sameQuestion|",
                "speaker|",
                "speaker|not an id",
                "exactness|GUESSED",
                "channel|PIGEON",
                "title|",
                "once|much"
            })
    void theSameAgainIsNotRecorded(String field, @Nullable String value) {
        Story story = scene.complete(maya);
        OfferId accepted = scene.accepted(story);

        MvcTestResult answer = send("/offers/" + accepted.value() + "/again", with(again(story), field, unfold(value)));

        assertThat(answer).hasStatus(422);
        assertThat(offersOf(story)).isEqualTo(1);
    }

    @Test
    void whatCannotBeAnOfferLeadsNowhere() {
        assertThat(open("/offers/not-an-id")).hasStatus(404);
        assertThat(open("/offers/" + Ids.next())).hasStatus(404);
        assertThat(open("/offers?after=nonsense")).hasStatus(404);
        assertThat(open("/offers?show=nonsense")).hasStatusOk();
        assertThat(open("/needs/" + Ids.next() + "/readiness")).hasStatus(404);
    }

    // ---- how it is asked

    private void noteNeed(Story story, NeedKind kind, String title) {
        needs.note(
                maya,
                new NoteNeed(new NeedId(Ids.next()), story.said(), kind, title, null, Set.of(PersonRole.HAS_PROBLEM)));
    }

    private String newOffer(Story story) {
        return "/contacts/" + story.helen().value() + "/offers/new?need="
                + story.need().value();
    }

    private static String offers(Story story) {
        return "/contacts/" + story.helen().value() + "/offers";
    }

    private String[] valid(Story story, String... more) {
        String[] form = terms(
                "id", Ids.next().toString(),
                "kind", "NEW",
                "asked", story.ask().value().toString(),
                "needs[0].need", story.need().value().toString(),
                "needs[0].chosen", "true",
                "needs[0].percent", "75",
                "needs[0].turn", story.said().value().toString());
        for (int i = 0; i < more.length; i += 2) {
            form = with(form, more[i], more[i + 1]);
        }
        return form;
    }

    private String[] terms(String... more) {
        List<String> form = new ArrayList<>(List.of(
                "title", "Call capture for thirty-one drivers",
                "scope", "A trial, then all thirty-one.",
                "once", "9600",
                "currency", "eur",
                "validUntil", inDays(20)));
        form.addAll(List.of(more));
        return form.toArray(String[]::new);
    }

    private String[] again(Story story) {
        return terms(
                "id", Ids.next().toString(),
                "channel", "CALL",
                "sameQuestion", "Same again?",
                "changedQuestion", "Anything changed?",
                "speaker", story.helen().value().toString(),
                "exactness", "WORD_FOR_WORD",
                "answer", "Same again, please.",
                "reply", "Then we do it as last time.",
                "theyAsked", "true");
    }

    private String[] decision(String kind, String... more) {
        List<String> form = new ArrayList<>(List.of("id", Ids.next().toString(), "decision", kind, "onDay", inDays(0)));
        form.addAll(List.of(more));
        return form.toArray(String[]::new);
    }

    private String inDays(int days) {
        return LocalDate.now(maya.zone()).plusDays(days).toString();
    }

    private static String unfold(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.endsWith("*x") ? "x".repeat(Integer.parseInt(value.substring(0, value.length() - 2))) : value;
    }

    private static String[] with(String[] form, String name, String value) {
        List<String> all = new ArrayList<>(List.of(form));
        for (int i = 0; i < all.size(); i += 2) {
            if (all.get(i).equals(name)) {
                all.set(i + 1, value);
                return all.toArray(String[]::new);
            }
        }
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }

    private static MultiValueMap<String, String> fields(String... form) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (int i = 0; i < form.length; i += 2) {
            fields.add(form[i], form[i + 1]);
        }
        return fields;
    }

    private MvcTestResult open(String path) {
        return mvc.get().uri(URI.create(path)).with(Somebody.signedIn(maya)).exchange();
    }

    private MvcTestResult send(String path, String... form) {
        return mvc.post()
                .uri(path)
                .with(Somebody.signedIn(maya))
                .with(csrf())
                .params(fields(form))
                .exchange();
    }

    private long offersOf(Story story) {
        return jdbc.sql("select count(*) from offer where contact_id = :contact")
                .param("contact", story.helen().value())
                .query(Long.class)
                .single();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
