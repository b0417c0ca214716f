package org.attune.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.attune.Somebody.signedIn;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Shown;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Reflections;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is about oneself, for one's own eyes. */
@AttuneTest
class MyPageTests {

    private static final Instant BEGIN =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(20));

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private OwnFacts facts;

    @Autowired
    private Reflections reflections;

    @Autowired
    private FiguresAboutPeople figures;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;
    private int conversations;

    @BeforeEach
    void somebodyIsMet() {
        anna = somebody.whoSells();
        helen = happened.met(anna, "Helen Brandt");
        for (int first = 0; first < 10; first++) {
            measured(Hat.SALES, 1, 1, 1);
        }
    }

    @AfterEach
    void asItCameWithAttune() {
        settle(FiguresLevel.OWN_EYES);
    }

    @Test
    void anEmptyPageSaysWhatIsMissingAndMakesNoNumberUp() {
        assertThat(page(somebody.whoSells()))
                .contains("No conversation counts so far.", "There is no complete log yet.", "Nothing yet.")
                .contains("You have not chosen a conversation.", "No manager has looked at it.")
                .contains("Not for pay, seniority or employment", "tried in English only")
                .doesNotContain("0%", "??", "NaN");
    }

    @Test
    void belowTenCompleteConversationsThereIsNoTrend() {
        for (int n = 0; n < 9; n++) {
            measured(Hat.SALES, 60, 40, 4);
        }
        assertThat(page(anna))
                .contains("9 conversations count so far.", "1 to go.")
                .doesNotContain("Interest, over ten conversations");

        measured(Hat.MARKETING, 60, 40, 4);
        assertThat(page(anna)).contains("9 conversations count so far.", "One conversation counts so far.");

        measured(Hat.SALES, 60, 40, 4);
        assertThat(page(anna))
                .contains(
                        "Interest, over ten conversations",
                        "Range from",
                        "Ten cannot tell it more closely than this range",
                        "data-chart=\"lines\"",
                        "One conversation counts so far.")
                .contains("In studies it went along, weakly", "without marks 0.06, which may be chance")
                .doesNotContain(
                        "9 conversations count", "CSV", "data-png", "95 times in 100", "the people you spoke with");
    }

    @Test
    void theFactsOfAMonthAreThoseOfItsConversationsAfterTheFirstTen() {
        UUID first = measured(Hat.SALES, 60, 40, 2);
        UUID second = measured(Hat.SALES, 30, 70, 4);
        UUID notComplete = measured(Hat.SALES, 90, 10, 4);
        jdbc.sql("update conversation_measure set complete = false, score = null where conversation_id = :id")
                .param("id", notComplete)
                .update();

        List<MonthOfFacts> months = facts.months(anna);

        ZoneId zone = organisation.current().zone();
        assertThat(months.stream().mapToInt(MonthOfFacts::conversations).sum()).isEqualTo(2);
        for (MonthOfFacts month : months) {
            List<FactsOfTalk> talks = facts.talks(anna, Hat.SALES, month.month());
            assertThat(talks).hasSize(month.conversations()).allSatisfy(talk -> assertThat(
                            LocalDate.ofInstant(talk.at(), zone).withDayOfMonth(1))
                    .isEqualTo(month.month()));
            assertThat(month.asked()).isEqualTo(asked(talks));
            assertThat(month.longestRun())
                    .isEqualTo(talks.stream()
                            .mapToInt(FactsOfTalk::longestRun)
                            .max()
                            .orElse(0));
            String path = "/me/conversations?hat=SALES&month=" + month.month();
            MvcTestResult opened = mvc.get().uri(path).with(signedIn(anna)).exchange();
            assertThat(opened).hasStatusOk().bodyText().doesNotContain("??", notComplete.toString());
            talks.forEach(talk -> assertThat(opened).bodyText().contains("/conversations/" + talk.id()));
        }
        assertThat(facts.talks(anna, Hat.SALES, months.get(0).month()))
                .extracting(FactsOfTalk::id)
                .contains(second)
                .isSubsetOf(first, second);
        assertThat(facts.months(somebody.whoSells())).isEmpty();
    }

    @Test
    void whatTheTrendSaysOpensTheTenConversationsBehindIt() {
        UUID early = measured(Hat.SALES, 10, 90, 1);
        List<UUID> ten = IntStream.range(0, 10)
                .mapToObj(n -> measured(Hat.SALES, 60, 40, 4))
                .toList();
        String path = "/me/interest?hat=SALES&last=" + ten.get(9);
        assertThat(page(anna)).contains(path.replace("&", "&amp;"), path.replace("&", "&amp;") + "&amp;part=ROOM");

        assertThat(mvc.get().uri(path).with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("No number stands beside one of them", "Helen Brandt")
                .contains(ten.stream()
                        .map(one -> "/conversations/" + one + "/listening")
                        .toList())
                .doesNotContain("??", early.toString());
        assertThat(mvc.get().uri(path + "&part=ROOM").with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("Of the ten, this can be computed in 10", ">97</td>");
        for (String none : List.of("hat=SALES&last=" + Ids.next(), "hat=MARKETING&last=" + ten.get(9))) {
            assertThat(mvc.get().uri("/me/interest?" + none).with(signedIn(anna)))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri(path).with(signedIn(somebody.whoSells()))).hasStatus(404);
        assertThat(mvc.get().uri(path + "&part=charm").with(signedIn(anna))).hasStatus4xxClientError();
        settle(FiguresLevel.OFF);
        assertThat(mvc.get().uri(path).with(signedIn(anna))).hasStatus(404);
    }

    private static int asked(List<FactsOfTalk> talks) {
        int asking = talks.stream().mapToInt(FactsOfTalk::asking).sum();
        int goes = talks.stream().mapToInt(FactsOfTalk::goes).sum();
        return Math.round(100f * asking / goes);
    }

    @Test
    void thatNothingWasPlayedBackIsOnlySaidWhereSomebodyLooked() {
        UUID unseen = measured(Hat.SALES, 60, 40, 2);
        UUID marked = measured(Hat.MARKETING, 60, 40, 2);
        jdbc.sql("update conversation_measure set played_back = 0 where conversation_id = :id")
                .param("id", unseen)
                .update();

        assertThat(facts.months(anna))
                .extracting(MonthOfFacts::hat, MonthOfFacts::playedBack)
                .containsExactlyInAnyOrder(tuple(Hat.SALES, null), tuple(Hat.MARKETING, 1));
        LocalDate month = facts.months(anna).get(0).month();
        assertThat(facts.talks(anna, Hat.SALES, month)).singleElement().satisfies(talk -> assertThat(talk.playedBack())
                .isNull());
        assertThat(facts.talks(anna, Hat.MARKETING, month)).singleElement().satisfies(talk -> assertThat(talk.id())
                .isEqualTo(marked));

        jdbc.sql("update conversation_measure set gone_through = true where conversation_id = :id")
                .param("id", unseen)
                .update();
        assertThat(facts.months(anna)).extracting(MonthOfFacts::playedBack).containsExactlyInAnyOrder(0, 1);
        assertThat(page(anna)).doesNotContain("??");
    }

    @Test
    void whereFiguresAreOffThePageSaysSoAndShowsNone() {
        for (int n = 0; n < 10; n++) {
            measured(Hat.SALES, 60, 40, 4);
        }
        settle(FiguresLevel.OFF);

        assertThat(page(anna))
                .contains("switched figures about people off", "What you wrote about yourself")
                .doesNotContain("Under the sales hat", "Interest", "Their words", "%");
        assertThat(mvc.get()
                        .uri("/me/conversations?hat=SALES&month=" + LocalDate.now())
                        .with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("There is none in this month that counts.");

        settle(FiguresLevel.OWN_EYES);
        assertThat(page(anna)).contains("Nobody sees these figures but you.", "Under the sales hat");
        settle(FiguresLevel.OWN_EYES_AND_MANAGER);
        assertThat(page(anna)).contains("whoever leads your team may see figures about you too");
    }

    @Test
    void whatOneWroteAboutOneselfIsGivenBackToNobodyElse() {
        UUID talk = happened.spoke(anna, helen, "they");
        reflections.write(anna, new ConversationId(talk), "She is in a hurry", "I talked too soon");
        Viewer ruth = somebody.whoLeads();
        jdbc.sql("insert into team_lead (team_id, user_id) select team_id, :ruth from app_user where id = :anna")
                .param("ruth", ruth.uuid())
                .param("anna", anna.uuid())
                .update();
        settle(FiguresLevel.OWN_EYES_AND_MANAGER);

        assertThat(page(anna)).contains("I talked too soon").doesNotContain("She is in a hurry");
        assertThat(page(ruth)).doesNotContain("I talked too soon").contains(anna.name());
        assertThat(mvc.get().uri("/people/" + anna.uuid() + "/one-to-one").with(signedIn(ruth)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("I talked too soon");
    }

    @Test
    void aMonthThatIsNoneIsRefusedKindly() {
        for (String wrong :
                List.of("month=2026-13-01&hat=SALES", "month=x&hat=SALES", "hat=SALES", "month=2026-03-01&hat=x")) {
            assertThat(mvc.get().uri("/me/conversations?" + wrong).with(signedIn(anna)))
                    .hasStatus4xxClientError();
        }
        for (String far : List.of("+999999999-12-31", "-999999999-01-01", "9999-12-31")) {
            assertThat(mvc.get()
                            .uri("/me/conversations")
                            .queryParam("hat", "SALES")
                            .queryParam("month", far)
                            .with(signedIn(anna))
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(far)
                    .isBetween(200, 499);
        }
    }

    private String page(Viewer viewer) {
        MvcTestResult page = mvc.get().uri("/me").with(signedIn(viewer)).exchange();
        assertThat(page).hasStatusOk();
        try {
            return Shown.in(page.getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID measured(Hat hat, int theirWords, int ourWords, int asking) {
        UUID talk = happened.spoke(anna, helen, "they");
        jdbc.sql("update conversation set happened_at = :at, hat = :hat where id = :id")
                .param("at", Timestamp.from(BEGIN.plus(Duration.ofHours(++conversations))))
                .param("hat", hat.name().toLowerCase(java.util.Locale.ROOT))
                .param("id", talk)
                .update();
        jdbc.sql("""
                        insert into conversation_measure (conversation_id, complete, gone_through, our_goes, their_goes, our_words,
                          their_words, our_asking, their_asking, their_questions, taken_up, replies, acknowledged, pushes, played_back,
                          responses, longest_run, score)
                        values (:id, true, false, 5, 5, :ours, :theirs, :asking, 1, 2, 1, 4, 0, 0, 1, 2, :ours, 61)
                        on conflict (conversation_id) do nothing""")
                .param("id", talk)
                .param("ours", ourWords)
                .param("theirs", theirWords)
                .param("asking", asking)
                .update();
        return talk;
    }

    private void settle(FiguresLevel level) {
        figures.settle(somebody.whoAdministers(), level, figures.current().number());
    }
}
