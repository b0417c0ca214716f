package org.attune.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.audit.ErasePerson;
import org.attune.audit.Erasures;
import org.attune.conversations.TurnId;
import org.attune.outside.LinkKind;
import org.attune.outside.OldLinks;
import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What somebody sees and does who has a link to a summary, and nothing else: no account, no session, no cookie. */
@AttuneTest
class AskedPageTests {

    private static final String SUMMARY =
            "The surcharges live on your list alone, and a third of them is never billed.";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{32})\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Users users;

    @Autowired
    private Needs needs;

    @Autowired
    private NeedViews views;

    @Autowired
    private Summaries summaries;

    @Autowired
    private Merges merges;

    @Autowired
    private Erasures erasures;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer maya;
    private ContactId petra;
    private NeedId need;
    private OutsideLinkId link;
    private String path;
    private String token;

    @BeforeEach
    void aSummaryWasSent() {
        team = somebody.aTeam();
        maya = somebody.whoSells(team);
        petra = Talk.contact(jdbc, maya, "Petra");
        TurnId said = Talk.with(jdbc, maya, petra).heard(petra, "The surcharges are on my list.");
        need = needs.note(
                maya,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        said,
                        NeedKind.PROBLEM,
                        "Surcharges go unbilled",
                        null,
                        Set.of(PersonRole.HAS_PROBLEM)));
        link = new OutsideLinkId(Ids.next());
        summaries.send(maya, new SendSummary(link, need, petra, SUMMARY, 14));
        path = Objects.requireNonNull(summaries.of(maya, need).get(0).link().path());
        token = token();
    }

    @AfterEach
    void nobodyGuessed() {
        jdbc.sql("delete from sign_in_failure where subject like ' link %'").update();
    }

    @Test
    void thePageShowsTheSummaryAndWhoAsksAndAsksNothingOfTheirs() {
        assertThat(open())
                .hasStatusOk()
                .hasHeader("X-Robots-Tag", "noindex, nofollow, noarchive")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Cache-Control", "no-store")
                .doesNotContainHeader("Set-Cookie")
                .bodyText()
                .contains("Did we understand you right?", SUMMARY, maya.name())
                .doesNotContain(
                        "Surcharges go unbilled",
                        "_csrf",
                        need.value().toString(),
                        petra.value().toString());
        assertThat(open().getMvcResult().getRequest().getSession(false)).isNull();
    }

    @Test
    void openingItAnswersNothingWhoeverOpensItAndHowOften() {
        open();
        assertThat(mvc.head().uri(path).exchange()).hasStatusOk();
        assertThat(mvc.get().uri(path).header("Purpose", "prefetch").exchange()).hasStatusOk();
        assertThat(mvc.get().uri(path + "?verdict=YES&token=" + token).exchange())
                .hasStatusOk();
        assertThat(mvc.get().uri(path).with(signedIn(maya)).exchange()).hasStatusOk();

        assertThat(verdict()).isNull();
        assertThat(open()).hasStatusOk();
    }

    @Test
    void yesConfirmsTheNeedAndIsKeptWithTheSummaryAsAConversationOfWhoAsked() {
        assertThat(answer("YES", "")).hasStatus(303).hasRedirectedUrl(path);

        NeedView now = views.find(maya, need);
        assertThat(now.state()).isEqualTo(NeedState.CONFIRMED);
        assertThat(Objects.requireNonNull(now.playback()).text()).isEqualTo(SUMMARY);
        assertThat(said())
                .containsExactly(
                        "told none " + SUMMARY + " played_back", "heard word_for_word Yes, that’s it played_back");
        assertThat(jdbc.sql("""
                        select v.owner_id || ' ' || v.state || ' ' || v.channel || ' ' || v.started_by || ' ' || v.hat
                          from playback_link p join conversation v on v.id = p.conversation_id where p.link_id = :link
                        """).param("link", link.value()).query(String.class).single())
                .isEqualTo(maya.uuid() + " open document we sales");
        assertThat(open()).hasStatusOk().bodyText().contains("Thank you, we have your answer", maya.name());
        assertThat(get(maya, "/")).bodyText().contains("answered: yes, that’s it");
    }

    @Test
    void notQuiteReopensTheNeedWithTheirVeryWords() {
        answer("YES", "");
        link = new OutsideLinkId(Ids.next());
        summaries.send(maya, new SendSummary(link, need, petra, "Half of them.", 7));
        path = Objects.requireNonNull(summaries.of(maya, need).get(0).link().path());
        token = token();

        assertThat(answer("NOT_QUITE", "It is rather the drivers:\r\nthey forget."))
                .hasStatus(303);

        assertThat(views.find(maya, need).state()).isEqualTo(NeedState.HEARD);
        assertThat(views.playbacks(maya, need))
                .extracting(PlaybackView::verdict)
                .containsExactly(Verdict.NOT_QUITE, Verdict.YES);
        assertThat(said()).last().isEqualTo("heard word_for_word It is rather the drivers:\nthey forget. played_back");
        assertThat(get(maya, "/")).bodyText().contains("answered: not quite");
        assertThat(get(maya, "/needs/" + need.value())).bodyText().contains("they forget.", "Half of them.");
    }

    @Test
    void notQuiteWithoutWordsAsksForThemAndAnswersNothing() {
        assertThat(answer("NOT_QUITE", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Tell us in a few words what is different.", SUMMARY);
        assertThat(verdict()).isNull();
    }

    @Test
    void withoutTheTokenOfThePageNothingIsAnsweredAndNothingLost() {
        assertThat(mvc.post()
                        .uri(path)
                        .param("verdict", "YES")
                        .param("words", "Quite so")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("was not sent yet", "Quite so", token);
        assertThat(mvc.post()
                        .uri(path)
                        .param("verdict", "YES")
                        .param("token", "0".repeat(32))
                        .exchange())
                .hasStatus(422);
        assertThat(verdict()).isNull();
    }

    @Test
    void oneAnswerHoldsAndTheSecondTabKeepsWhatWasTypedThere() {
        answer("YES", "");

        assertThat(answer("NOT_QUITE", "It is rather the drivers."))
                .hasStatus(409)
                .bodyText()
                .contains("Thank you, we have your answer", "It is rather the drivers.");
        assertThat(verdict()).isEqualTo("yes");
        assertThat(answer("YES", "")).hasStatus(303);
        assertThat(count("playback_link", "need_id", need.value())).isOne();
        assertThat(count("need_confirmation", "need_id", need.value())).isOne();
    }

    @Test
    void whenTheyAnsweredIsSaidInTheTimeOfTheHouse() {
        answer("YES", "");
        jdbc.sql("update outside_link set answered_at = '2026-03-02 23:40Z' where id = :id")
                .param("id", link.value())
                .update();

        assertThat(open()).hasStatusOk().bodyText().contains("You answered on 3 Mar", "00:40");
    }

    @Test
    void ofTwoAtTheSameMomentOneIsHeard() throws Exception {
        try (var both = Closing.of(Executors.newFixedThreadPool(2))) {
            Callable<Integer> yes = () -> answer("YES", "").getResponse().getStatus();
            Callable<Integer> no =
                    () -> answer("NOT_QUITE", "Not at all.").getResponse().getStatus();
            var results = both.pool().invokeAll(List.of(yes, no));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(303, 409);
        }
        assertThat(count("need_confirmation", "need_id", need.value())).isOne();
    }

    private record Closing(java.util.concurrent.ExecutorService pool) implements AutoCloseable {
        static Closing of(java.util.concurrent.ExecutorService pool) {
            return new Closing(pool);
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }

    @Test
    void afterItsTimeItSaysWhomToAskAndGivesBackWhatWasTyped() {
        String secret = "an-old-one-" + Ids.next();
        link = OldLinks.expired(jdbc, LinkKind.PLAYBACK, maya, petra, need.value(), secret);
        jdbc.sql("insert into playback_link (link_id, need_id, summary, days) values (:id, :need, :text, 8)")
                .param("id", link.value())
                .param("need", need.value())
                .param("text", SUMMARY)
                .update();
        path = "/p/" + secret;
        token = OldLinks.token(secret);

        assertThat(open())
                .hasStatus(410)
                .bodyText()
                .contains("The time for this link is over", maya.name())
                .doesNotContain(SUMMARY);
        assertThat(answer("NOT_QUITE", "It is rather the drivers."))
                .hasStatus(410)
                .bodyText()
                .contains("It is rather the drivers.");
        assertThat(verdict()).isNull();
    }

    @Test
    void whatWasTakenBackSaysWhomToAsk() {
        assertThat(post(maya, "/needs/" + need.value() + "/summaries/" + link.value() + "/ending"))
                .hasStatus(303);

        assertThat(open())
                .hasStatus(410)
                .bodyText()
                .contains("This link was taken back")
                .doesNotContain(SUMMARY);
        assertThat(answer("YES", "")).hasStatus(410);
    }

    @Test
    void whatWasAnsweredIsNotTakenBack() {
        answer("YES", "");

        assertThatThrownBy(() -> summaries.end(maya, need, link)).isInstanceOf(RuleRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/p/%sx", "/p/x", "/pulse/%s", "/p/%%20", "/p/%s%%00", "/p/../p/nothing", "/p/%s;YES"})
    void wrongOnesAllLookTheSame(String wrong) {
        String secret = path.substring("/p/".length());
        MvcTestResult other = mvc.get()
                .uri(java.net.URI.create(wrong.formatted(secret).replace("..", "%2e%2e")))
                .exchange();

        assertThat(other.getResponse().getStatus()).isNotEqualTo(200);
        assertThat(other).bodyText().doesNotContain(SUMMARY, maya.name());
    }

    @Test
    void wrongOnesAreToldNothingAndSlowedDown() {
        MvcTestResult wrong = mvc.get().uri("/p/nothing-of-ours").exchange();
        assertThat(wrong).hasStatus(404).bodyText().contains("This link leads nowhere");
        for (int n = 0; n < 20; n++) {
            mvc.get().uri("/p/guess-" + n).exchange();
        }

        assertThat(mvc.get().uri("/p/another").exchange()).hasStatus(429);
        assertThat(open())
                .as("whoever has one is not slowed down by those who guess")
                .hasStatusOk();
    }

    @Test
    void theySeeNothingElseOfUs() {
        for (String other : List.of("/needs/" + need.value(), "/contacts/" + petra.value(), path + "/x", "/p", "/")) {
            MvcTestResult result = mvc.get().uri(other).exchange();
            assertThat(result.getResponse().getStatus()).as(other).isNotEqualTo(200);
            assertThat(result).bodyText().doesNotContain(SUMMARY, "Surcharges go unbilled");
        }
    }

    @Test
    void itSpeaksTheLanguageOfTheContact() {
        jdbc.sql("update contact set language = 'de' where id = :id")
                .param("id", petra.value())
                .update();

        assertThat(open()).bodyText().contains("lang=\"de\"", "Haben wir Sie richtig verstanden?", "Ja, genau das");
        assertThat(mvc.post()
                        .uri(path)
                        .locale(Locale.ENGLISH)
                        .param("token", token)
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Wählen Sie eine der beiden Antworten.")
                .doesNotContain("Choose one of the two answers");
        answer("YES", "");
        assertThat(said()).last().isEqualTo("heard word_for_word Ja, genau das played_back");
    }

    @Test
    void whereTheNeedHasEndedTheirWordsAreHeardAndItStaysAsItEnded() {
        needs.end(
                maya,
                new EndNeed(
                        need,
                        Ending.NOT_FOR_US,
                        "We cannot.",
                        views.find(maya, need).version()));

        assertThat(answer("NOT_QUITE", "It is rather the drivers.")).hasStatus(303);

        assertThat(views.find(maya, need).state()).isEqualTo(NeedState.NOT_A_FIT);
        assertThat(views.find(maya, need).words()).extracting(HeardWords::words).contains("It is rather the drivers.");
        assertThat(count("need_confirmation", "need_id", need.value())).isZero();
    }

    @Test
    void whereTheSenderHasLeftWhoeverWorksWithThemHearsIt() {
        Viewer ben = somebody.whoSells(team);
        jdbc.sql("update contact set owner_id = :ben where id = :id")
                .param("ben", ben.uuid())
                .param("id", petra.value())
                .update();
        users.deactivate(somebody.whoAdministers(), maya.id());

        assertThat(answer("NOT_QUITE", "It is rather the drivers.")).hasStatus(303);

        assertThat(get(ben, "/")).bodyText().contains("answered: not quite");
    }

    @Test
    void whereNobodyIsThereToHearItNothingIsLost() {
        users.deactivate(somebody.whoAdministers(), maya.id());

        assertThat(answer("NOT_QUITE", "It is rather the drivers."))
                .hasStatus(503)
                .bodyText()
                .contains("The link still works.", "It is rather the drivers.");
        assertThat(open()).hasStatusOk().bodyText().contains(SUMMARY);
    }

    @Test
    void whoeverWasMergedAnswersAsTheOneWhoWasKept() {
        ContactId kept = Talk.contact(jdbc, maya, "Petra");
        merges.merge(maya, new MergeContacts(Ids.next(), kept, petra, 0, 0, Set.of()));

        assertThat(answer("YES", "")).hasStatus(303);

        assertThat(views.find(maya, need).state()).isEqualTo(NeedState.CONFIRMED);
        assertThat(jdbc.sql(
                                "select t.speaker_id from playback_link p join turn t on t.id = p.answer_turn where p.link_id = :link")
                        .param("link", link.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(kept.value());
    }

    @Test
    void whoeverWasErasedIsAskedNothingMore() {
        answerableAgain();
        erasures.erase(
                somebody.whoAdministers(), new ErasePerson(Ids.next(), petra.value(), "Petra", "Asked by letter"));

        assertThat(open())
                .hasStatus(410)
                .bodyText()
                .contains("This link was taken back")
                .doesNotContain(SUMMARY);
        assertThat(jdbc.sql("select summary from playback_link where link_id = :link")
                        .param("link", link.value())
                        .query(String.class)
                        .single())
                .startsWith("[erased");
    }

    private void answerableAgain() {
        assertThat(open()).hasStatusOk();
    }

    @Test
    void onlyWhoMadeItCopiesItAgainAndStrangersSeeNothingOfIt() {
        Viewer lead = somebody.whoLeads(team);

        assertThat(get(maya, "/needs/" + need.value())).bodyText().contains(path, "open until");
        assertThat(get(lead, "/needs/" + need.value()))
                .bodyText()
                .contains("open until")
                .doesNotContain(path);
        assertThat(get(somebody.whoSells(), "/needs/" + need.value())).hasStatus(404);
        assertThatThrownBy(() -> summaries.end(somebody.whoSells(), need, link)).isInstanceOf(NotSeen.class);
        assertThat(jdbc.sql("select hash from outside_secret where link_id = :id")
                        .param("id", link.value())
                        .query(String.class)
                        .single())
                .doesNotContain(path.substring("/p/".length()));
    }

    @Test
    void itIsSentToItsPeopleOnlyAndAsLongAsItIsOpen() {
        ContactId other = Talk.contact(jdbc, maya, "Helen");
        assertThatThrownBy(() ->
                        summaries.send(maya, new SendSummary(new OutsideLinkId(Ids.next()), need, other, SUMMARY, 14)))
                .isInstanceOf(RuleRefused.class);
        needs.end(
                maya,
                new EndNeed(
                        need,
                        Ending.NOT_FOR_US,
                        "We cannot.",
                        views.find(maya, need).version()));
        assertThatThrownBy(() ->
                        summaries.send(maya, new SendSummary(new OutsideLinkId(Ids.next()), need, petra, SUMMARY, 14)))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void thePageOfTheNeedBeginsTheSummaryWithTheirWords() {
        assertThat(get(maya, "/needs/" + need.value()))
                .bodyText()
                .containsPattern("You told us:\\s+&ldquo;The surcharges are on my list\\.&rdquo;");
    }

    @Test
    void itBeginsInTheirLanguageWhateverTheSenderReads() {
        jdbc.sql("update contact set language = 'de' where id = :id")
                .param("id", petra.value())
                .update();

        assertThat(get(maya, "/needs/" + need.value()))
                .bodyText()
                .contains("lang=\"en-GB\"")
                .containsPattern("Sie haben uns gesagt:\\s+&bdquo;The surcharges are on my list\\.&ldquo;");
    }

    private MvcTestResult open() {
        return mvc.get().uri(path).exchange();
    }

    private MvcTestResult answer(String verdict, String words) {
        return mvc.post()
                .uri(path)
                .param("token", token)
                .param("verdict", verdict)
                .param("words", words)
                .exchange();
    }

    private String token() {
        Matcher found = TOKEN.matcher(
                new String(open().getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult get(Viewer viewer, String at) {
        return mvc.get().uri(at).with(signedIn(viewer)).exchange();
    }

    private MvcTestResult post(Viewer viewer, String at) {
        return mvc.post().uri(at).with(signedIn(viewer)).with(csrf()).exchange();
    }

    private List<String> said() {
        return jdbc.sql("""
                        select t.kind || ' ' || coalesce(t.exactness, 'none') || ' ' || t.words || coalesce(' ' || m.kind, '')
                          from playback_link p join turn t on t.conversation_id = p.conversation_id
                          left join turn_mark m on m.turn_id = t.id
                         where p.link_id = :link order by t.seq
                        """).param("link", link.value()).query(String.class).list();
    }

    private @Nullable String verdict() {
        return jdbc.sql("select verdict from playback_link where link_id = :link")
                .param("link", link.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private int count(String table, String column, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
