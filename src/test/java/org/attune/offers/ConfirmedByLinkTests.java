package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.needs.AnswerSummary;
import org.attune.needs.SendSummary;
import org.attune.needs.Summaries;
import org.attune.needs.SummaryAnswers;
import org.attune.needs.Verdict;
import org.attune.offers.OfferScene.Story;
import org.attune.outside.OutsideLinkId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a need is theirs, they can say by a link as well as in a conversation; the gate asks no more and no less of it. */
@AttuneTest
class ConfirmedByLinkTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private OfferScene scene;

    @Autowired
    private Offers offers;

    @Autowired
    private Summaries summaries;

    @Autowired
    private SummaryAnswers answers;

    @Autowired
    private JdbcClient jdbc;

    private Viewer maya;
    private Story story;

    @BeforeEach
    void everythingIsHere() {
        maya = somebody.whoSells();
        story = scene.complete(maya);
    }

    private void answered(Verdict verdict, String words) {
        summaries.send(
                maya,
                new SendSummary(new OutsideLinkId(Ids.next()), story.need(), story.petra(), "On your list alone.", 14));
        String path = Objects.requireNonNull(
                summaries.of(maya, story.need()).get(0).link().path());
        answers.answer(path.substring("/p/".length()), new AnswerSummary(verdict, words, "Yes, that’s it"));
    }

    private void nothingIsRecorded() {
        assertThatExceptionOfType(GateClosed.class)
                .isThrownBy(() -> offers.record(maya, OfferScene.pulled(story)))
                .satisfies(closed -> assertThat(closed.readiness())
                        .flatExtracting(Readiness::findings)
                        .extracting(Finding::rule, Finding::state)
                        .contains(org.assertj.core.groups.Tuple.tuple(Rule.NEED_CONFIRMED, Finding.State.NOT_YET)));
        assertThat(jdbc.sql("select count(*) from offer_need where need_id = :need")
                        .param("need", story.need().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void notQuiteByTheLinkClosesTheGateThatWasOpenAndYesByTheNextOpensIt() {
        answered(Verdict.NOT_QUITE, "It is rather the drivers.");
        nothingIsRecorded();

        answered(Verdict.YES, "Now it is.");
        OfferId offer = offers.record(maya, OfferScene.pulled(story));

        assertThat(standsOn(offer)).isEqualTo("Now it is. played_back");
    }

    @Test
    void whatStandsOnAYesByTheLinkStandsWhenTheySayLaterThatItIsNotQuiteAndNoOtherIsRecorded() {
        answered(Verdict.YES, "");
        OfferId offer = offers.record(maya, OfferScene.pulled(story));
        assertThat(standsOn(offer)).isEqualTo("Yes, that’s it played_back");

        answered(Verdict.NOT_QUITE, "It is rather the drivers.");

        assertThatExceptionOfType(GateClosed.class).isThrownBy(() -> offers.record(maya, OfferScene.pulled(story)));
        assertThat(standsOn(offer)).isEqualTo("Yes, that’s it played_back");
    }

    /** The words the offer's confirmation was heard in. */
    private String standsOn(OfferId offer) {
        return jdbc.sql("""
                        select t.words || ' ' || m.kind from offer_need n join need_confirmation c on c.id = n.confirmation_id
                          join turn t on t.id = c.answer_turn join turn_mark m on m.turn_id = t.id
                         where n.offer_id = :offer""").param("offer", offer.value()).query(String.class).single();
    }
}
