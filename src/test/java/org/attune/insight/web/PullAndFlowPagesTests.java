package org.attune.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Shown;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.offers.DecisionKind;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.stages.MoveContact;
import org.attune.stages.Stages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What somebody reads on the two pages, and that every figure there leads to rows. */
@AttuneTest
class PullAndFlowPagesTests {

    private static final Pattern ROWS = Pattern.compile("href=\"(/dashboards/(?:pull|flow)/rows\\?[^\"]*)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private OfferScene offered;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Stages stages;

    private Viewer maya;
    private Viewer ruth;

    @BeforeEach
    void aTeam() {
        var north = somebody.aTeam();
        maya = somebody.whoSells(north);
        ruth = somebody.whoLeads(north);
    }

    @Test
    void withoutAnythingThereIsNoRateAndNoStay() {
        assertThat(page(ruth, "/dashboards/pull"))
                .contains("No offer, answer or touch in these days")
                .doesNotContain("0%", "NaN");
        assertThat(page(ruth, "/dashboards/flow")).contains("Nobody is here yet");
    }

    @Test
    void aYesTheyHadAskedForIsSaidWithItsNumberOfCases() {
        offered.accepted(offered.complete(maya));
        offered.sent(offered.complete(maya));

        for (Viewer viewer : List.of(maya, ruth)) {
            assertThat(page(viewer, "/dashboards/pull"))
                    .contains("2 of 2 offers", "Said yes when they had asked", "1 undecided", "1 clear answer")
                    .contains("no clear answer yet"); // to what we pushed
        }
        assertThat(page(somebody.whoLeads(somebody.aTeam()), "/dashboards/pull"))
                .contains("No offer, answer or touch in these days");
    }

    @Test
    void aReasonForMovingOnIsReadByWhoLeads() {
        ContactId helen = offered.complete(maya).helen();
        stages.move(maya, new MoveContact(Ids.next(), helen, "customer", null, "She bought it at the fair", null));

        assertThat(page(ruth, "/dashboards/flow"))
                .contains("She bought it at the fair", "All reasons, whenever they were given")
                .contains("Customer", "Along the path", "not on the path yet");
        assertThat(page(maya, "/dashboards/flow")).doesNotContain("All reasons, whenever they were given");
        assertThat(page(ruth, "/dashboards/flow/rows?figure=there-in:customer"))
                .contains("In Customer now", "Helen Brandt");
    }

    @Test
    void whatTheyAskedIsSetAsTheirsAndOnlyWhatTheySaidIsQuoted() {
        ContactId helen = scene.contactOf(maya);
        ConversationId talk = scene.begun(maya, helen);
        scene.heard(maya, talk, helen, "Who else bills from the van?", Mark.THEIR_QUESTION);
        scene.asked(maya, talk, "Since when do you?");

        assertThat(page(ruth, "/dashboards/flow/rows?figure=we-wait-nowhere"))
                .contains("Since when do you?")
                .doesNotContain("<q");
        assertThat(page(ruth, "/dashboards/flow/rows?figure=they-wait-nowhere"))
                .contains("<q class=\"s\">Who else bills from the van?</q>");
    }

    @Test
    void everyFigureOnThePagesLeadsToRows() {
        offered.decided(maya, offered.sent(offered.complete(maya)), DecisionKind.NO);
        OfferScene.Story story = offered.complete(maya);
        offered.recorded(story);
        stages.move(maya, new MoveContact(Ids.next(), story.helen(), "trust", null, "She said so", null));
        List<String> links = new ArrayList<>();
        for (String page : List.of("/dashboards/pull", "/dashboards/flow")) {
            Matcher found = ROWS.matcher(page(ruth, page));
            while (found.find()) {
                links.add(found.group(1).replace("&amp;", "&"));
            }
        }

        assertThat(links).hasSizeGreaterThan(60);
        for (String link : links.stream().distinct().toList()) {
            assertThat(page(ruth, link)).as(link).doesNotContain("{0}", "??");
        }
        assertThat(page(ruth, "/dashboards/pull/rows?figure=no")).contains("Clear nos", "One row");
        assertThat(mvc.get().uri("/dashboards/pull/rows?figure=nonsense").with(signedIn(ruth)))
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/dashboards/flow/rows?figure=there-in:nirvana")
                        .with(signedIn(ruth)))
                .hasStatus(404);
    }

    @Test
    void aShareOpensBothAndAUsualTimeTheOneInTheMiddle() {
        offered.accepted(offered.complete(maya));
        offered.decided(maya, offered.sent(offered.complete(maya)), DecisionKind.NO);

        assertThat(page(ruth, "/dashboards/pull/rows?figure=pulled-yes")).contains("50%", "figure=pulled-clear");
        assertThat(page(ruth, "/dashboards/pull/rows?figure=days"))
                .contains("Number 1 of 2 in order is in the middle", "id=\"middle\"", "the middle");
        assertThat(page(ruth, "/dashboards/pull/rows?figure=offers")).doesNotContain("in the middle", "id=\"middle\"");
    }

    @Test
    void theirNumbersCanBeTakenAway() {
        offered.sent(offered.complete(maya));

        assertThat(file("/dashboards/pull/offers.csv")).contains("Month,Pulled,Pushed", ",1,0");
        assertThat(file("/dashboards/pull/answers.csv")).contains("Days,Yes,No,Not now", "8–14,0,0,0");
        assertThat(file("/dashboards/flow/path.csv"))
                .contains(
                        "Stage,There now,Came in,Moved on,Went back,Stepped aside,Went along,Stays that ended,Usual stay")
                .contains("Know,0,0,0,0,0,0,0,\r\n");
        assertThat(file("/dashboards/flow/waiting.csv")).contains("Not on the path yet,");
    }

    @Test
    void aPageCostsTheSameWithMuch() {
        offered.sent(offered.complete(maya));
        page(ruth, "/dashboards/pull");
        int pull = Statements.during(() -> page(ruth, "/dashboards/pull"));
        int flow = Statements.during(() -> page(ruth, "/dashboards/flow"));
        for (int n = 0; n < 4; n++) {
            offered.accepted(offered.complete(maya));
        }

        assertThat(pull).isLessThanOrEqualTo(15);
        assertThat(flow).isLessThanOrEqualTo(18);
        assertThat(Statements.during(() -> page(ruth, "/dashboards/pull"))).isEqualTo(pull);
        assertThat(Statements.during(() -> page(ruth, "/dashboards/flow"))).isEqualTo(flow);
    }

    private String page(Viewer viewer, String address) {
        var answer = mvc.get()
                .uri(java.net.URI.create(address))
                .with(signedIn(viewer))
                .exchange();
        assertThat(answer).as(address).hasStatusOk();
        return Shown.in(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private String file(String address) {
        return page(ruth, address);
    }
}
