package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Conversations;
import org.attune.conversations.ConversationsSeen;
import org.attune.needs.ExpectPerson;
import org.attune.needs.NeedPeople;
import org.attune.needs.PersonRole;
import org.attune.offers.OfferScene;
import org.attune.offers.OfferScene.Story;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A form in which nothing was chosen comes back and says so where it is to be chosen; what need not be chosen is not missed. */
@AttuneTest
class MissingChoicesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Conversations conversations;

    @Autowired
    private ConversationsSeen seen;

    @Autowired
    private OfferScene offers;

    @Autowired
    private NeedPeople people;

    private Viewer anna;

    @BeforeEach
    void somebodySells() {
        anna = somebody.whoSells();
    }

    @Test
    void whoJoinedAConversation() {
        String path =
                "/conversations/" + talks.begun(anna, acquaintances.of(anna)).value() + "/participants";
        assertThat(SentForm.to(path).send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("Who else joined?", "class=\"error\"");
    }

    @Test
    void whoWasMet() {
        Story story = offers.complete(anna);
        conversations.join(anna, story.talk(), acquaintances.of(anna));
        UUID unmet = Ids.next();
        people.expect(anna, new ExpectPerson(unmet, story.need(), "Their owner", Set.of(PersonRole.DECIDES)));
        assertThat(SentForm.to("/needs/" + story.need().value() + "/unmet/" + unmet + "/meeting")
                        .send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"met-error\"", "Choose who it is.");
    }

    @Test
    void whoLeadsATeam() {
        Viewer admin = somebody.whoAdministers();
        TeamId team = somebody.aTeam();
        somebody.whoLeads(team);
        String path = "/admin/teams/" + team.value() + "/leads";
        assertThat(SentForm.to(path).send(mvc, admin))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"lead-error\"", "Say who is to lead the team.");
        assertThat(SentForm.to(path).choosing("manager", anna.uuid().toString()).send(mvc, admin))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"lead-error\"", "Only managers lead teams.");
    }

    @Test
    void whetherTheyAskedForTheTalkNeedNotBeSaid() {
        ContactId helen = acquaintances.of(anna);
        SentForm plan = SentForm.opened(mvc, anna, "/conversations/new?with=" + helen.value(), "/conversations")
                .without("askedFor")
                .without("_askedFor")
                .choosing("kind", "plan")
                .choosing("at", "2031-02-03T10:00");
        assertThat(plan.send(mvc, anna)).hasStatus3xxRedirection();
        assertThat(seen.find(anna, new ConversationId(UUID.fromString(plan.value("id"))))
                        .askedFor())
                .isFalse();
    }
}
