package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.Silences;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.people.Rhythm;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class ContactCardsTests {

    @Autowired
    private ContactCards cards;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Merges merges;

    @Autowired
    private Promises promises;

    @Autowired
    private Silences silences;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyOneKnows() {
        anna = somebody.whoSells();
        helen = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt").every(new Rhythm(10, 30)));
    }

    @Test
    void isThereFromTheFirstMoment() {
        assertThat(card(helen)).containsEntry("conversations", 0).containsEntry("last_heard_at", null);
    }

    @Test
    void saysWhatHappenedWithoutBeingAsked() {
        LocalDate due = LocalDate.now(anna.zone()).plusDays(3);
        ConversationId talk = scene.begun(anna, helen);
        TurnId words = scene.heard(anna, talk, helen, "What would it cost to do it properly?");
        scene.told(anna, talk, "Hello.");
        promises.make(anna, MakePromise.ours(new PromiseId(Ids.next()), helen, "Send the figures", due));
        silences.agree(anna, new AgreeSilence(Ids.next(), helen, due.plusDays(10), null, null));

        assertThat(card(helen))
                .containsEntry("conversations", 1)
                .containsEntry("last_words_turn", words.value())
                .containsEntry("next_due", Date.valueOf(due))
                .containsEntry("silent_until", Date.valueOf(due.plusDays(10)));
        assertThat(card(helen).get("last_heard_at")).isEqualTo(card(helen).get("last_two_way_at"));
        assertThat(card(helen).get("listen_by")).isNotNull();
    }

    @Test
    void theRhythmCountsFromWhatTheyThemselvesSaid() {
        ContactId petra =
                acquaintances.of(anna, ContactDetails.named("Petra", "Kühn").every(new Rhythm(10, 30)));
        ConversationId talk = scene.begun(anna, helen, petra);
        scene.heard(anna, talk, petra, "Half of it is lost.");

        assertThat(card(petra).get("listen_by")).isNotNull();
        assertThat(card(helen))
                .containsEntry("conversations", 1)
                .containsEntry("last_two_way_at", null)
                .containsEntry("listen_by", null);
    }

    @Test
    void isTheSameWhetherKeptUpOrRebuilt() {
        ConversationId talk = scene.begun(anna, helen, acquaintances.of(anna));
        scene.heard(anna, talk, helen, "Half of it is lost.");
        scene.asked(anna, talk, "Which half?");
        promises.make(anna, MakePromise.ours(new PromiseId(Ids.next()), helen, "Send it", LocalDate.now(anna.zone())));
        Map<String, Object> kept = card(helen);

        cards.rebuild(Set.of(helen));
        assertThat(card(helen)).isEqualTo(kept);

        jdbc.sql("delete from contact_card where contact_id = ?")
                .param(helen.value())
                .update();
        assertThat(cards.rebuildAll()).isPositive();
        assertThat(card(helen)).isEqualTo(kept);
    }

    @Test
    void showsNoWordsThatListsMustNotShow() {
        ConversationId talk = scene.begun(anna, helen);
        TurnId open = scene.heard(anna, talk, helen, "We bill by hand.");
        scene.heard(anna, talk, helen, "My father is ill.", Mark.PERSONAL);
        scene.heard(anna, talk, helen, "We are being sold.", Mark.SENSITIVE);
        ConversationId own = scene.begun(anna, Visibility.PRIVATE, helen);
        scene.heard(anna, own, helen, "Between the two of us.");

        assertThat(card(helen)).containsEntry("last_words_turn", open.value()).containsEntry("conversations", 2);
    }

    @Test
    void followsAMergeAndItsUndoing() {
        ContactId twin = acquaintances.of(anna);
        ConversationId talk = scene.begun(anna, twin);
        TurnId words = scene.heard(anna, talk, twin, "It is me as well.");
        MergeContacts merge = merge(helen, twin);

        merges.merge(anna, merge);
        assertThat(card(helen)).containsEntry("conversations", 1).containsEntry("last_words_turn", words.value());
        assertThat(count(twin)).isZero();

        merges.undo(anna, merge.id());
        assertThat(card(helen)).containsEntry("conversations", 0);
        assertThat(card(twin)).containsEntry("last_words_turn", words.value());
    }

    @Test
    void losesNoTurnThatIsLoggedWhileTwoAreMerged() {
        ContactId twin = acquaintances.of(anna);
        ConversationId talk = scene.begun(anna, twin);
        MergeContacts merge = merge(helen, twin);
        CountDownLatch begun = new CountDownLatch(3);

        CompletableFuture<List<TurnId>> logging =
                CompletableFuture.supplyAsync(() -> loggedUntilRefused(talk, twin, begun));
        await(begun);
        merges.merge(
                anna,
                new MergeContacts(merge.id(), helen, twin, merge.keptVersion(), merge.absorbedVersion(), Set.of()));
        List<TurnId> acknowledged = logging.join();

        assertThat(jdbc.sql("select id from turn where conversation_id = ? and speaker_id = ?")
                        .param(talk.value())
                        .param(helen.value())
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().map(TurnId::value).toList());
    }

    /** Whoever still names the absorbed one after the merge is told so. */
    private List<TurnId> loggedUntilRefused(ConversationId talk, ContactId speaker, CountDownLatch begun) {
        List<TurnId> acknowledged = new ArrayList<>();
        try {
            for (int n = 0; n < 500; n++) {
                acknowledged.add(scene.heard(anna, talk, speaker, "Number " + n));
                begun.countDown();
            }
        } catch (RuntimeException refused) {
            assertThat(acknowledged).isNotEmpty();
        }
        return acknowledged;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private MergeContacts merge(ContactId kept, ContactId absorbed) {
        return new MergeContacts(
                Ids.next(),
                kept,
                absorbed,
                contacts.page(anna, kept).version(),
                contacts.page(anna, absorbed).version(),
                Set.of());
    }

    private Map<String, Object> card(ContactId contact) {
        Map<String, Object> card = jdbc.sql("select * from contact_card where contact_id = ?")
                .param(contact.value())
                .query()
                .singleRow();
        card.remove("updated_at");
        return card;
    }

    private int count(ContactId contact) {
        return Objects.requireNonNull(jdbc.sql("select count(*) from contact_card where contact_id = ?")
                .param(contact.value())
                .query(Integer.class)
                .single());
    }
}
