package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.offers.OfferScene.Story;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Under the marketing hat nobody is made an offer. What was offered before stays, and the other hat is one key away. */
@AttuneTest
class MarketingHatTests {

    private static final String NO_OFFERS = "id=\"no-offers\"";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OfferScene scene;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Offers offers;

    @Autowired
    private OffersSeen seen;

    @Autowired
    private Users users;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer maya;

    @BeforeEach
    void somebodySells() {
        maya = somebody.whoSells();
    }

    @Test
    void noOfferIsRecordedRewordedSentOrRepeated() {
        Story story = scene.complete(maya);
        OfferId draft = scene.recorded(story);
        Offer words = draft(draft);
        Viewer marketing = under(Hat.MARKETING);

        refused(() -> offers.record(marketing, OfferScene.pulled(story)));
        refused(() -> offers.send(marketing, draft));
        refused(() -> offers.edit(
                marketing, new EditOffer(draft, words.version(), OfferScene.words("9100", "They would lose a year"))));
        assertThat(seen.find(maya, draft).isDraft()).isTrue();
        assertThat(jdbc.sql("select count(*) from offer where contact_id = :contact")
                        .param("contact", story.helen().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatWasRecordedBeforeIsTheSameOnceMore() {
        Story story = scene.complete(maya);
        RecordOffer once = OfferScene.pulled(story);
        OfferId id = offers.record(maya, once);

        assertThat(offers.record(under(Hat.MARKETING), once)).isEqualTo(id);
    }

    @Test
    void whatTheyDecideIsNotedUnderEitherHat() {
        Story story = scene.complete(maya);
        OfferId sent = scene.sent(story);

        scene.decided(under(Hat.MARKETING), sent, DecisionKind.NO);

        assertThat(seen.find(maya, sent).decision()).isNotNull();
    }

    @Test
    void thePagesSayItAndOfferTheOtherHat() {
        Story story = scene.complete(maya);
        String draft = "/offers/" + scene.recorded(story).value();
        String wording = draft + "/wording";
        String fresh = "/contacts/" + story.helen().value() + "/offers/new";
        page(draft).contains("/sending").contains(wording).doesNotContain(NO_OFFERS);
        page(fresh).contains(">Record the offer<").doesNotContain(NO_OFFERS);

        users.wear(maya, Hat.MARKETING);

        page(draft).contains(NO_OFFERS, "Put on the sales hat", "Call capture").doesNotContain("/sending", wording);
        page(wording).contains(NO_OFFERS).doesNotContain(">Keep the draft<");
        page(fresh).contains(NO_OFFERS).doesNotContain(">Record the offer<");
        page("/contacts/" + story.helen().value())
                .contains("Put on the sales hat")
                .doesNotContain(fresh);
    }

    @Test
    void theFormComesBackWithAllThatWasTyped() {
        Story story = scene.complete(maya);
        users.wear(maya, Hat.MARKETING);

        assertThat(mvc.post()
                        .uri("/contacts/" + story.helen().value() + "/offers")
                        .with(Somebody.signedIn(maya))
                        .with(csrf())
                        .param("id", Ids.next().toString())
                        .param("needs[0].need", story.need().value().toString())
                        .param("needs[0].chosen", "true")
                        .param("title", "A year of call capture")
                        .param("scope", "Two depots")
                        .param("once", "9600")
                        .param("currency", "EUR")
                        .param("kind", "NEW")
                        .param("validUntil", "2099-01-31")
                        .param("asked", story.ask().value().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("under it no offers are made", "A year of call capture", "Two depots", NO_OFFERS);
    }

    @Test
    void whoAsksForAnOfferIsMetByTheSalesHatAtThatTurn() {
        ContactId helen = talks.contactOf(maya, "Helen", "Brandt");
        ConversationId talk = talks.begunUnder(Hat.MARKETING, maya, helen);
        talks.heard(maya, talk, helen, "What would it cost us?", Mark.ASKED_FOR_OFFER);
        String path = "/conversations/" + talk.value();
        page(path).contains("Helen asked for an offer. Put on the sales hat", "data-hat=\"marketing\"");

        assertThat(mvc.post()
                        .uri(path + "/hat")
                        .with(Somebody.signedIn(maya))
                        .with(csrf())
                        .param("hat", "sales"))
                .hasRedirectedUrl(path);

        page(path).doesNotContain("asked for an offer. Put on").contains("data-hat=\"sales\"");
        talks.heard(maya, talk, helen, "For two depots.");
        assertThat(jdbc.sql("select hat from turn where conversation_id = :talk order by seq")
                        .param("talk", talk.value())
                        .query(String.class)
                        .list())
                .containsExactly("marketing", "sales");
    }

    @Test
    void theSwitchOnAnOpenConversationIsAboutIt() {
        users.wear(maya, Hat.SALES);
        ContactId helen = talks.contactOf(maya);
        String path =
                "/conversations/" + talks.begunUnder(Hat.MARKETING, maya, helen).value();

        page(path)
                .contains("data-hat=\"marketing\"")
                .contains("class=\"hat\" method=\"post\" action=\"" + path + "/hat\"");
        page("/contacts").contains("data-hat=\"sales\"").contains("class=\"hat\" method=\"post\" action=\"/hat\"");
    }

    private Viewer under(Hat hat) {
        return new Viewer(maya.id(), maya.name(), maya.role(), maya.sells(), hat, maya.zone(), maya.locale());
    }

    private Offer draft(OfferId id) {
        return rows.tended(maya, id);
    }

    @Autowired
    private OfferRows rows;

    private static void refused(ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(RuleRefused.class, why -> assertThat(why.messageKey())
                .isEqualTo("offers.refused.marketing-hat"));
    }

    private AbstractStringAssert<?> page(String path) {
        return assertThat(mvc.get().uri(path).with(Somebody.signedIn(maya)))
                .hasStatusOk()
                .bodyText();
    }
}
