package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Exactness;
import org.attune.needs.EndNeed;
import org.attune.needs.Ending;
import org.attune.needs.Needs;
import org.attune.offers.OfferScene.Story;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class OffersTests {

    @Autowired
    private Offers offers;

    @Autowired
    private OffersSeen seen;

    @Autowired
    private OffersInSight sight;

    @Autowired
    private Readinesses readinesses;

    @Autowired
    private OfferScene scene;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Needs needs;

    @Autowired
    private Merges merges;

    @Autowired
    private JdbcClient jdbc;

    private Viewer maya;

    @BeforeEach
    void somebodySells() {
        maya = somebody.whoSells();
    }

    @Test
    void anOfferTheyAskedForIsRecordedWithWhatItStandsOn() {
        Story story = scene.complete(maya);

        OfferId id = scene.recorded(story);

        OfferView offer = seen.find(maya, id);
        assertThat(offer.isPulled()).isTrue();
        assertThat(offer.state()).isEqualTo(OfferState.DRAFT);
        assertThat(offer.number()).matches("20\\d\\d-\\d+");
        assertThat(offer.needs()).singleElement().satisfies(need -> {
            assertThat(need.findings()).hasSize(9).allMatch(Finding::isHere);
            assertThat(need.partGone()).isEqualTo(75);
        });
        assertThat(offer.comparison().goesAway()).isEqualByComparingTo("18000");
        assertThat(offer.comparison().paybackMonths()).isEqualByComparingTo("6.5");
        assertThat(holding(id)).isEqualTo(1);
    }

    @Test
    void readinessSaysWhatIsThereAndWhatIsMissing() {
        assertThat(readinesses.of(maya, scene.complete(maya).need()).here()).isEqualTo(9);
        Readiness begun = readinesses.of(maya, scene.begun(maya).need());
        assertThat(begun.here()).isEqualTo(2);
        assertThat(begun.isPulled()).isTrue();
        assertThat(begun.questionsToAsk()).hasSize(2);
    }

    @Test
    void nothingIsRecordedWhileTheGateIsClosed() {
        Story story = scene.begun(maya);
        RecordOffer offer = OfferScene.pulled(story);

        assertThatThrownBy(() -> offers.record(maya, offer))
                .isInstanceOfSatisfying(GateClosed.class, closed -> assertThat(closed.readiness())
                        .singleElement()
                        .matches(readiness -> !readiness.isOpen()));
        assertThat(count("offer", offer.id())).isZero();
        assertThat(jdbc.sql("select count(*) from evidence where turn_id = :turn")
                        .param("turn", story.stated().value())
                        .query(Long.class)
                        .single())
                .as("sealed nothing")
                .isZero();
    }

    @Test
    void theSameOfferTwiceIsOne() {
        Story story = scene.complete(maya);
        RecordOffer offer = OfferScene.pulled(story);

        offers.record(maya, offer);
        offers.record(maya, offer);

        assertThat(count("offer", offer.id())).isEqualTo(1);
    }

    @Test
    void anotherOfferUnderTheSameIdIsAConflict() {
        Story story = scene.complete(maya);
        RecordOffer first = OfferScene.pulled(story);
        offers.record(maya, first);
        RecordOffer other = new RecordOffer(
                first.id(),
                first.contact(),
                first.needs(),
                first.kind(),
                OfferScene.words("1", null),
                first.parts(),
                first.asked(),
                null,
                null);

        assertThatThrownBy(() -> offers.record(maya, other)).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void aPushNeedsAReason() {
        Story story = scene.complete(maya);

        assertThatThrownBy(() -> new RecordOffer(
                        new OfferId(Ids.next()),
                        story.helen(),
                        List.of(story.need()),
                        OfferKind.NEW,
                        OfferScene.words("9600", null),
                        Map.of(),
                        null,
                        null,
                        null))
                .isInstanceOf(RuleRefused.class);
        OfferId pushed = offers.record(maya, OfferScene.pushed(story, null));
        assertThat(seen.find(maya, pushed).isPulled()).isFalse();
    }

    @Test
    void aPartThatNobodyOfTheNeedSpokeOfIsRefused() {
        Story story = scene.complete(maya);
        Story other = scene.complete(maya);
        RecordOffer offer = new RecordOffer(
                new OfferId(Ids.next()),
                story.helen(),
                List.of(story.need()),
                OfferKind.NEW,
                OfferScene.words("9600", null),
                Map.of(story.need(), new PartGone(75, other.said())),
                story.ask(),
                null,
                null);

        assertThatThrownBy(() -> offers.record(maya, offer)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void nothingIsOfferedForWhatSomebodyOnlyWantsToKnow() {
        Story story = scene.complete(maya);
        jdbc.sql("update need set kind = 'wants_to_know' where id = :need")
                .param("need", story.need().value())
                .update();

        assertThatThrownBy(() -> offers.record(maya, OfferScene.pushed(story, null)))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("offers.refused.wants-to-know"));
    }

    @Test
    void oneOfferMayBeForSeveralNeeds() {
        Story story = scene.complete(maya);
        Story second = scene.complete(maya, story.helen(), story.petra());
        RecordOffer offer = new RecordOffer(
                new OfferId(Ids.next()),
                story.helen(),
                List.of(story.need(), second.need()),
                OfferKind.NEW,
                OfferScene.words("9600", null),
                Map.of(),
                second.ask(),
                null,
                null);

        OfferId id = offers.record(maya, offer);

        assertThat(seen.find(maya, id).needs()).hasSize(2);
        assertThat(holding(id)).isEqualTo(1);
    }

    @Test
    void aDraftIsEditedUntilItIsSent() {
        OfferId id = scene.recorded(scene.complete(maya));

        offers.edit(maya, new EditOffer(id, 0, OfferScene.words("12000", null)));
        assertThat(seen.find(maya, id).words().price().once()).isEqualByComparingTo("12000");
        assertThatThrownBy(() -> offers.edit(maya, new EditOffer(id, 0, OfferScene.words("13000", null))))
                .isInstanceOf(ChangedMeanwhile.class);

        offers.send(maya, id);
        offers.send(maya, id);
        assertThatThrownBy(() -> offers.edit(maya, new EditOffer(id, 2, OfferScene.words("1", null))))
                .isInstanceOf(RuleRefused.class);
        assertThat(seen.find(maya, id).words().price().once()).isEqualByComparingTo("12000");
    }

    @Test
    void aPriceAboveWhatGoesAwayIsAllowedAndSaidSo() {
        OfferId id = scene.recorded(scene.complete(maya));

        offers.edit(maya, new EditOffer(id, 0, OfferScene.words("19000", null)));

        OfferView offer = seen.find(maya, id);
        assertThat(offer.needs().get(0).findings().get(8).warns()).isTrue();
        assertThat(offer.comparison().paybackMonths()).isNull();
    }

    @Test
    void aRevisionReplacesWhatWasSentOnceItIsSentItself() {
        Story story = scene.complete(maya);
        OfferId first = scene.sent(story);
        OfferId revision = offers.record(maya, OfferScene.pushed(story, first));

        assertThat(seen.find(maya, first).state()).isEqualTo(OfferState.SENT);
        offers.send(maya, revision);
        assertThat(seen.find(maya, first).state()).isEqualTo(OfferState.REPLACED);
        assertThat(seen.find(maya, first).replacedBy()).isNotNull();
        assertThatThrownBy(() -> scene.decided(maya, first, DecisionKind.YES)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void aWithdrawnRevisionMakesRoomForAnother() {
        Story story = scene.complete(maya);
        OfferId first = scene.sent(story);
        OfferId revision = offers.record(maya, OfferScene.pushed(story, first));
        offers.withdraw(maya, revision, "The wrong drivers");

        OfferId second = offers.record(maya, OfferScene.pushed(story, first));
        offers.send(maya, second);

        assertThat(seen.find(maya, first).state()).isEqualTo(OfferState.REPLACED);
        assertThat(seen.find(maya, revision).withdrawnWhy()).isEqualTo("The wrong drivers");
    }

    @Test
    void notNowLeavesTheQuestionOpenAndANoAnswersIt() {
        OfferId id = scene.sent(scene.complete(maya));

        scene.decided(maya, id, DecisionKind.NOT_NOW);
        assertThat(seen.find(maya, id).state()).isEqualTo(OfferState.SENT);
        scene.decided(maya, id, DecisionKind.NO);

        OfferView offer = seen.find(maya, id);
        assertThat(offer.state()).isEqualTo(OfferState.DECIDED);
        assertThat(offer.decisions())
                .extracting(DecisionView::kind)
                .containsExactly(DecisionKind.NO, DecisionKind.NOT_NOW);
        assertThat(offer.daysToAnswer()).isZero();
    }

    @Test
    void onlyWhatWasSentIsDecidedAndNotInTheFuture() {
        Story story = scene.complete(maya);
        OfferId draft = scene.recorded(story);

        assertThatThrownBy(() -> scene.decided(maya, draft, DecisionKind.YES)).isInstanceOf(RuleRefused.class);
        offers.send(maya, draft);
        LocalDate tomorrow = LocalDate.now(maya.zone()).plusDays(1);
        assertThatThrownBy(() ->
                        offers.decide(maya, new DecideOffer(Ids.next(), draft, DecisionKind.YES, tomorrow, null, null)))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void theSameDecisionTwiceIsOne() {
        OfferId id = scene.sent(scene.complete(maya));
        LocalDate today = LocalDate.now(maya.zone());
        DecideOffer no = new DecideOffer(Ids.next(), id, DecisionKind.NO, today, "Too early", null);

        offers.decide(maya, no);
        offers.decide(maya, no);

        assertThat(seen.find(maya, id).decisions()).hasSize(1);
        assertThatThrownBy(() ->
                        offers.decide(maya, new DecideOffer(no.id(), id, DecisionKind.YES, today, "Too early", null)))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void anAcceptedOfferIsMadeAgainInOneGo() {
        Story story = scene.complete(maya);
        OfferId accepted = scene.accepted(story);

        OfferId again = offers.repeat(maya, again(accepted, story.petra(), true));

        OfferView offer = seen.find(maya, again);
        assertThat(offer.kind()).isEqualTo(OfferKind.AGAIN);
        assertThat(offer.isPulled()).isTrue();
        assertThat(offer.repeats()).isNotNull();
        assertThat(offer.ask()).isNotNull().satisfies(ask -> assertThat(ask.words())
                .isEqualTo("Same again, please."));
        assertThat(holding(again)).isEqualTo(1);
    }

    @Test
    void anEndedNeedIsHeardAnewAndTheRestCarriesOver() {
        Story story = scene.complete(maya);
        OfferId accepted = scene.accepted(story);
        solved(story);

        OfferId again = offers.repeat(maya, again(accepted, story.helen(), false));

        OfferView offer = seen.find(maya, again);
        assertThat(offer.needs()).singleElement().satisfies(need -> {
            assertThat(need.id()).isNotEqualTo(story.need());
            assertThat(need.findings().get(Rule.COST_KNOWN.ordinal()).carriedOver())
                    .isTrue();
            assertThat(need.findings().get(Rule.NEED_HEARD.ordinal()).carriedOver())
                    .isFalse();
        });
        assertThat(holding(again)).isEqualTo(1);
    }

    @Test
    void whatIsOlderThanAYearIsAskedForAfresh() {
        Story story = scene.complete(maya);
        OfferId accepted = scene.sent(story);
        LocalDate longAgo = LocalDate.now(maya.zone()).minusMonths(12).minusDays(1);
        offers.decide(maya, new DecideOffer(Ids.next(), accepted, DecisionKind.YES, longAgo, null, null));
        solved(story);
        RepeatOffer again = again(accepted, story.helen(), true);

        assertThatThrownBy(() -> offers.repeat(maya, again)).isInstanceOf(GateClosed.class);
        assertThat(count("offer", again.id())).isZero();
        assertThat(jdbc.sql("select count(*) from turn where words = :words")
                        .param("words", again.sameQuestion())
                        .query(Long.class)
                        .single())
                .as("nothing of the talk is kept")
                .isZero();
    }

    @Test
    void whatWasNotAcceptedIsNotMadeAgain() {
        Story story = scene.complete(maya);
        OfferId refused = scene.sent(story);
        scene.decided(maya, refused, DecisionKind.NO);

        assertThatThrownBy(() -> offers.repeat(maya, again(refused, story.helen(), true)))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void othersNeitherSeeNorTouchIt() {
        Story story = scene.complete(maya);
        OfferId id = scene.sent(story);
        Viewer stranger = somebody.whoSells();

        assertThatThrownBy(() -> seen.find(stranger, id)).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> offers.withdraw(stranger, id, "No")).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> offers.record(stranger, OfferScene.pulled(story)))
                .isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> readinesses.of(stranger, story.need())).isInstanceOf(NotSeen.class);
        assertThat(seen.list(stranger, OfferFilter.ALL, null).items()).isEmpty();
    }

    @Test
    void theListIsFilteredAndPagedByKey() {
        Story story = scene.complete(maya);
        OfferId draft = scene.recorded(story);
        OfferId pushed = offers.record(maya, OfferScene.pushed(story, null));
        OfferId decided = scene.accepted(scene.complete(maya));

        KeysetPage<OfferLine> all = seen.list(maya, OfferFilter.ALL, null);
        assertThat(all.items()).extracting(OfferLine::id).containsExactly(decided, pushed, draft);
        assertThat(all.next()).isNull();
        assertThat(seen.list(maya, OfferFilter.PUSHED, null).items())
                .extracting(OfferLine::id)
                .containsExactly(pushed);
        assertThat(seen.list(maya, OfferFilter.DECIDED, null).items())
                .extracting(OfferLine::id)
                .containsExactly(decided);
        OfferLine first = all.items().get(0);
        assertThat(seen.list(
                                maya,
                                OfferFilter.ALL,
                                first.recordedAt() + "_" + first.id().value())
                        .items())
                .extracting(OfferLine::id)
                .containsExactly(pushed, draft);
        assertThat(seen.ofContact(maya, story.helen(), 10)).hasSize(2);
    }

    @Test
    void offersGoWithTheContactWhetherKeptUpOrRebuilt() {
        Story story = scene.complete(maya);
        OfferId id = scene.recorded(story);
        Viewer carla = somebody.whoSells();
        jdbc.sql("update contact set owner_id = ?, team_id = (select team_id from app_user where id = ?) where id = ?")
                .params(carla.uuid(), carla.uuid(), story.helen().value())
                .update();
        assertThat(listed(maya)).isEmpty();
        assertThat(listed(carla)).containsExactly(id);

        jdbc.sql("delete from offer_card where offer_id = ?").param(id.value()).update();
        assertThat(listed(carla)).isEmpty();
        sight.rebuildAll();
        assertThat(listed(carla)).containsExactly(id);
        assertThat(sight.rebuildAll()).isZero();
    }

    private List<OfferId> listed(Viewer viewer) {
        return seen.list(viewer, OfferFilter.ALL, null).items().stream()
                .map(OfferLine::id)
                .toList();
    }

    @Test
    void whatTheyAskedForIsNotSpentTwice() {
        Story story = scene.complete(maya);
        scene.accepted(story);

        assertThat(readinesses.of(maya, story.need()).isPulled()).isFalse();
    }

    @Test
    void offersFollowWhenTheirContactIsMergedAndGoBackWhenThatIsUndone() {
        Story story = scene.complete(maya);
        OfferId id = scene.sent(story);
        ContactId kept = talks.contactOf(maya, "Helene", "Brandt");
        MergeContacts merge = new MergeContacts(Ids.next(), kept, story.helen(), 0, 0, Set.of());

        merges.merge(maya, merge);
        assertThat(seen.find(maya, id).contact().id()).isEqualTo(kept);
        assertThat(holding(id)).isEqualTo(1);

        merges.undo(maya, merge.id());
        assertThat(seen.find(maya, id).contact().id()).isEqualTo(story.helen());
        assertThat(holding(id)).isEqualTo(1);
    }

    private RepeatOffer again(OfferId accepted, ContactId speaker, boolean theyAsked) {
        OfferWords words = OfferScene.words("9600", theyAsked ? null : "A year has gone by");
        return new RepeatOffer(
                new OfferId(Ids.next()),
                accepted,
                words,
                Channel.CALL,
                "Same again, " + Ids.next() + "?",
                "Anything changed since?",
                speaker,
                Exactness.WORD_FOR_WORD,
                "Same again, please.",
                "Then we do it as last time.",
                theyAsked);
    }

    private void solved(Story story) {
        int version = jdbc.sql("select version from need where id = :id")
                .param("id", story.need().value())
                .query(Integer.class)
                .single();
        needs.end(maya, new EndNeed(story.need(), Ending.SOLVED, null, version));
    }

    private long holding(OfferId id) {
        return jdbc.sql(HardRules.OFFERS_THAT_HOLD + " and o.id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private long count(String table, OfferId id) {
        return jdbc.sql("select count(*) from " + table + " where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }
}
