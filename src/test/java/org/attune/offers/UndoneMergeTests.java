package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnsSeen;
import org.attune.needs.LinkTurn;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.NeedTurns;
import org.attune.needs.NeedViews;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.offers.OfferScene.Story;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.PromiseView;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A merge turns out to have been wrong, and in between people went on working. */
@AttuneTest
class UndoneMergeTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private OfferScene scene;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Offers offers;

    @Autowired
    private OffersSeen seen;

    @Autowired
    private Needs needs;

    @Autowired
    private NeedTurns needTurns;

    @Autowired
    private NeedViews needViews;

    @Autowired
    private TurnsSeen turns;

    @Autowired
    private Promises promises;

    @Autowired
    private Merges merges;

    @Autowired
    private JdbcClient jdbc;

    private Viewer maya;
    private Story story;
    private ContactId helen;
    private ContactId kept;

    @BeforeEach
    void somebodyElsesNeed() {
        maya = somebody.whoSells();
        story = scene.complete(maya);
        helen = story.helen();
        kept = talks.contactOf(maya, "Helene", "Brandt");
    }

    @Test
    void anOfferMadeSinceStaysWhereItWasMade() {
        UUID merge = merged();
        OfferId since = offers.record(maya, asked(kept, story.ask()));

        merges.undo(maya, merge);

        assertThat(seen.find(maya, since).contact().id()).isEqualTo(kept);
        assertThat(holding(since)).isEqualTo(1);
        assertThat(peopleOf(story.need())).contains(helen, kept);
        assertThat(turns.find(maya, story.ask()).orElseThrow().speaker()).isEqualTo(helen);
    }

    @Test
    void anOfferTheyAskedForSinceStaysWithThemToo() {
        UUID merge = merged();
        TurnId ask = talks.heard(maya, story.talk(), kept, "Send me a price.", Mark.ASKED_FOR_OFFER);
        OfferId since = offers.record(maya, asked(kept, ask));

        merges.undo(maya, merge);

        assertThat(seen.find(maya, since).contact().id()).isEqualTo(kept);
        assertThat(holding(since)).isEqualTo(1);
        assertThat(turns.find(maya, ask).orElseThrow().speaker()).isEqualTo(kept);
    }

    @Test
    void aRevisionGoesBackWithWhatItReplaces() {
        OfferId sent = scene.sent(story);
        UUID merge = merged();
        RecordOffer pushed = OfferScene.pushed(story, sent);
        OfferId revision = offers.record(maya, to(kept, pushed));

        merges.undo(maya, merge);

        assertThat(seen.find(maya, sent).contact().id()).isEqualTo(helen);
        assertThat(seen.find(maya, revision).contact().id()).isEqualTo(helen);
        assertThat(holding(revision)).isEqualTo(1);
        assertThat(peopleOf(story.need())).doesNotContain(kept);
    }

    @Test
    void aNeedNotedSinceInTheirWordsIsTheirsAsWell() {
        UUID merge = merged();
        NeedId since = needs.note(
                maya,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        story.said(),
                        NeedKind.PROBLEM,
                        "It has to be theirs",
                        null,
                        Set.of(PersonRole.DECIDES)));

        merges.undo(maya, merge);

        assertThat(peopleOf(since)).containsExactlyInAnyOrder(helen, kept);
    }

    @Test
    void whatTheySaidIsLinkedToAnothersNeedOnlyAsLongAsTheyAreOneOfItsPeople() {
        ConversationId talk = talks.begun(maya, kept);
        TurnId stated = talks.heard(maya, talk, kept, "Nobody answers the phone on Mondays.");
        NeedId need = needs.note(
                maya,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        stated,
                        NeedKind.PROBLEM,
                        "Mondays",
                        null,
                        Set.of(PersonRole.FEELS_IT)));
        UUID merge = merged();
        needTurns.link(maya, new LinkTurn(need, story.said(), false, null, Set.of()));

        merges.undo(maya, merge);

        assertThat(peopleOf(need)).containsExactlyInAnyOrder(helen, kept);
    }

    @Test
    void everythingElseMadeSinceStaysWithTheOneWhoWasKept() {
        UUID merge = merged();
        ConversationId talk = talks.begun(maya, kept);
        TurnId said = talks.heard(maya, talk, kept, "I was never Helen.");
        TurnId there = talks.heard(maya, story.talk(), kept, "Nor was I there.");
        talks.responded(maya, story.talk(), "Then who was?", there, story.said());
        PromiseView promise = promises.make(
                maya,
                MakePromise.ours(
                        new PromiseId(Ids.next()),
                        kept,
                        "Put it right",
                        LocalDate.now(ZoneOffset.UTC).plusDays(2)));

        merges.undo(maya, merge);

        assertThat(List.of(said, there)).allSatisfy(turn -> assertThat(
                        turns.find(maya, turn).orElseThrow().speaker())
                .isEqualTo(kept));
        assertThat(turns.find(maya, story.said()).orElseThrow().speaker()).isEqualTo(helen);
        assertThat(jdbc.sql("select contact_id from promise where id = :id")
                        .param("id", promise.id().value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(kept.value());
    }

    private UUID merged() {
        UUID merge = Ids.next();
        merges.merge(maya, new MergeContacts(merge, kept, helen, 0, 0, Set.of()));
        return merge;
    }

    private RecordOffer asked(ContactId to, TurnId ask) {
        return new RecordOffer(
                new OfferId(Ids.next()),
                to,
                List.of(story.need()),
                OfferKind.NEW,
                OfferScene.words("9600", null),
                Map.of(story.need(), new PartGone(75, story.said())),
                ask,
                null,
                null);
    }

    private static RecordOffer to(ContactId contact, RecordOffer offer) {
        return new RecordOffer(
                offer.id(),
                contact,
                offer.needs(),
                offer.kind(),
                offer.words(),
                offer.parts(),
                offer.asked(),
                offer.repeats(),
                offer.replaces());
    }

    private List<ContactId> peopleOf(NeedId need) {
        return needViews.find(maya, need).people().stream()
                .map(person -> person.id())
                .toList();
    }

    private long holding(OfferId id) {
        return jdbc.sql(HardRules.OFFERS_THAT_HOLD + " and o.id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }
}
