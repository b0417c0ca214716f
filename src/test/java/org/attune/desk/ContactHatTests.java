package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Conversations;
import org.attune.conversations.Visibility;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.Reaction;
import org.attune.nurture.TouchKind;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page of a contact under each hat, and the time each of them got. */
@AttuneTest
class ContactHatTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TimeTogether time;

    @Autowired
    private Touches touches;

    @Autowired
    private Conversations conversations;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Users users;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyAndHelen() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna, "Helen", "Brandt");
    }

    @Test
    void minutesBelongToTheHatAndAreSplitWhereItChangedAtATurn() {
        took(scene.begunUnder(Hat.SALES, anna, helen), 20);
        took(scene.begunUnder(Hat.MARKETING, anna, helen), 15);
        took(scene.begun(anna, helen), null);
        ConversationId changed = scene.begunUnder(Hat.MARKETING, anna, helen);
        scene.heard(anna, changed, helen, "Who else does it like that?");
        conversations.wear(anna, changed, Hat.SALES);
        scene.heard(anna, changed, helen, "What would it cost?");
        scene.told(anna, changed, "We look at it together.");
        took(changed, 40);

        TimeTogether.Minutes minutes = time.with(anna, helen);

        assertThat(minutes.minutes()).isEqualTo(75);
        assertThat(minutes.marketing()).isEqualTo(15 + 13);
        assertThat(minutes.sales()).isEqualTo(20 + 27);
        assertThat(minutes.unknown()).isOne();
        assertThat(minutes.split()).isOne();
        assertThat(page()).contains("47 min", "28 min", "In one conversation the hat changed at a turn");
    }

    @Test
    void whatNobodyMayKnowOfCountsForNobody() {
        took(scene.begun(anna, Visibility.PRIVATE, helen), 30);
        assertThat(time.with(anna, helen).minutes()).isEqualTo(30);
        assertThat(time.with(somebody.whoSells(), helen).minutes()).isZero();
    }

    @Test
    void underTheMarketingHatTouchesAndWhatHelpedStandFirst() {
        UUID touch = Ids.next();
        touches.note(
                anna,
                new NoteTouch(touch, helen, TouchKind.MATERIAL, false, "A checklist for month ends", Instant.now()));
        touches.received(anna, touch, Reaction.GOOD, "Petra has printed it");
        String sales = page();
        assertThat(sales).doesNotContain("touching-title");
        assertThat(sales.indexOf("offers-title"))
                .isLessThan(sales.indexOf("hats-title") < 0 ? sales.length() : sales.indexOf("hats-title"));

        users.wear(anna, Hat.MARKETING);

        String marketing = page();
        assertThat(marketing.indexOf("touching-title")).isPositive().isLessThan(marketing.indexOf("needs-title"));
        assertThat(marketing).contains("What helped", "Petra has printed it");
        assertThat(marketing.indexOf("offers-title")).isGreaterThan(marketing.indexOf("needs-title"));
        assertThat(marketing.indexOf("href=\"/library\"")).isLessThan(marketing.indexOf("href=\"/offers\""));
        assertThat(sales.indexOf("href=\"/library\"")).isGreaterThan(sales.indexOf("href=\"/offers\""));
    }

    private void took(ConversationId talk, @Nullable Integer minutes) {
        jdbc.sql("update conversation set minutes = :minutes where id = :id")
                .param("minutes", minutes)
                .param("id", talk.value())
                .update();
    }

    private String page() {
        try {
            return mvc.get()
                    .uri("/contacts/" + helen.value())
                    .with(Somebody.signedIn(anna))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
