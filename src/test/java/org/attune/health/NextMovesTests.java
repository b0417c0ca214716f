package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.Threads;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.health.NextMove.Kind;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.ChooseWayOn;
import org.attune.nurture.Silences;
import org.attune.nurture.Stops;
import org.attune.nurture.Way;
import org.attune.nurture.WaysOn;
import org.attune.nurture.Wish;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What would help, from what really happened; words only for whoever may read them. */
@AttuneTest
class NextMovesTests {

    private static final String NUMBERS = "Which of these numbers do you send them?";

    @Autowired
    private NextMoves moves;

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Happened happened;

    @Autowired
    private Threads threads;

    @Autowired
    private Promises promises;

    @Autowired
    private Silences silences;

    @Autowired
    private WaysOn waysOn;

    @Autowired
    private Stops stops;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsKnown() {
        anna = somebody.whoSells();
        helen = talks.contactOf(anna);
    }

    @Test
    void aQuestionOfTheirsWaitsUntilItIsAnswered() {
        ConversationId talk = talks.begun(anna, helen);
        TurnId asked = talks.heard(anna, talk, helen, NUMBERS, Mark.THEIR_QUESTION);
        assertThat(moves.of(anna, helen)).singleElement().satisfies(move -> {
            assertThat(move.kind()).isEqualTo(Kind.ANSWER);
            assertThat(move.words()).isEqualTo(NUMBERS);
            assertThat(move.how()).isEqualTo("VERBATIM");
            assertThat(move.link()).isEqualTo("/conversations/" + talk.value() + "#t1");
        });

        talks.responded(anna, talk, "Those of the month before.", asked);

        assertThat(kinds(helen)).containsExactly(Kind.NOTHING);
    }

    @Test
    void anOpenThreadIsPickedUpOrLetGo() {
        ConversationId talk = talks.begun(anna, helen);
        TurnId said = talks.heard(anna, talk, helen, "The auditors made a remark last spring.");
        threads.open(anna, Ids.next(), said, null);
        assertThat(kinds(helen)).containsExactly(Kind.PICK_UP);
        threads.letGo(anna, said, null);
        assertThat(kinds(helen)).containsExactly(Kind.NOTHING);
    }

    @Test
    void promisesCountOnceTheyAreLate() {
        promised(true, "Send the list", LocalDate.now().plusDays(3));
        assertThat(kinds(helen)).containsExactly(Kind.NOTHING);
        UUID late = promised(true, "Send the numbers", LocalDate.now().minusDays(3));
        promised(false, "Ask the drivers", LocalDate.now().minusDays(5));
        assertThat(moves.of(anna, helen))
                .extracting(NextMove::kind)
                .containsExactly(Kind.KEEP_PROMISE, Kind.ASK_KINDLY);
        assertThat(moves.of(anna, helen).get(0)).satisfies(move -> {
            assertThat(move.words()).isEqualTo("Send the numbers");
            assertThat(move.isQuote()).isFalse();
            assertThat(move.link()).isEqualTo("/promises/" + late);
        });
    }

    @Test
    void whatIsLostMostGoesFirst() {
        promised(true, "Send the numbers", LocalDate.now().minusDays(3));
        ConversationId talk = talks.begun(anna, helen);
        threads.open(anna, Ids.next(), talks.heard(anna, talk, helen, "The auditors made a remark."), null);
        worth(100, 0);
        assertThat(kinds(helen)).containsExactly(Kind.PICK_UP, Kind.KEEP_PROMISE);
        worth(0, 100);
        assertThat(kinds(helen)).containsExactly(Kind.KEEP_PROMISE, Kind.PICK_UP);
    }

    @Test
    void somebodyElseIsToBeMetAsLongAsTheNeedIsOpen() {
        ConversationId talk = talks.begun(anna, helen);
        UUID need = happened.stated(
                talks.heard(anna, talk, helen, "Surcharges go unbilled.").value(), anna);
        jdbc.sql(
                        "insert into need_person_not_met (id, need_id, label, decides) values (:id, :need, 'Their owner', true)")
                .param("id", Ids.next())
                .param("need", need)
                .update();
        assertThat(moves.of(anna, helen)).singleElement().satisfies(move -> {
            assertThat(move.kind()).isEqualTo(Kind.MEET);
            assertThat(move.words()).isEqualTo("Their owner");
            assertThat(move.link()).isEqualTo("/needs/" + need);
        });
    }

    @Test
    void afterAConversationInWhichWeTalkedMoreTheNextIsForListening() {
        UUID talk = happened.spoke(anna, helen, "we");
        closed(talk, "we");
        assertThat(kinds(helen)).containsExactly(Kind.LISTEN);
        UUID later = happened.spoke(anna, helen, "they");
        closed(later, "they");
        jdbc.sql("update conversation set happened_at = happened_at + interval '1 day' where id = :id")
                .param("id", later)
                .update();
        assertThat(kinds(helen)).doesNotContain(Kind.LISTEN);
    }

    @Test
    void whenTheirRhythmIsOverItIsTimeUnlessATalkIsPlanned() {
        jdbc.sql("update contact set ideal_days = 7, longest_days = 14 where id = :id")
                .param("id", helen.value())
                .update();
        UUID talk = happened.spoke(anna, helen, "they");
        happened.heard(talk, helen, Instant.now().minus(10, ChronoUnit.DAYS));
        assertThat(kinds(helen)).containsExactly(Kind.HEAR);
        happened.planned(anna, helen, Instant.now().plusSeconds(200_000));
        assertThat(kinds(helen)).containsExactly(Kind.NOTHING);
    }

    @Test
    void whatAColleagueOfTheirsSaidIsNotHeardFromThem() {
        jdbc.sql("update contact set ideal_days = 7, longest_days = 14 where id = :id")
                .param("id", helen.value())
                .update();
        ContactId petra = talks.contactOf(anna, "Petra", "Kühn");
        ConversationId talk = talks.begun(anna, helen, petra);
        TurnId hers = talks.heard(anna, talk, helen, "Half of it is lost.");
        talks.heard(anna, talk, petra, "And nobody writes it down.");
        jdbc.sql("update turn set said_at = now() - interval '10 days' where id = :id")
                .param("id", hers.value())
                .update();

        assertThat(moves.of(anna, helen)).singleElement().satisfies(move -> {
            assertThat(move.kind()).isEqualTo(Kind.HEAR);
            assertThat(move.day())
                    .isEqualTo(LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(10));
        });
        assertThat(kinds(petra)).containsExactly(Kind.NOTHING);
    }

    @Test
    void whoeverSaidStopIsNeverSuggestedUntilTheyComeBackOrItIsUndone() {
        promised(true, "Send the numbers", LocalDate.now().minusDays(3));
        ConversationId talk = talks.begun(anna, helen);
        talks.heard(anna, talk, helen, NUMBERS, Mark.THEIR_QUESTION);
        UUID stop = chosen(Way.STOP, Wish.THEIRS);
        assertThat(kinds(helen)).containsExactly(Kind.LEAVE_ALONE);

        chosen(Way.KEEP_IN_TOUCH, null);
        assertThat(kinds(helen)).as("another way on ends no stop").containsExactly(Kind.LEAVE_ALONE);

        stops.undo(anna, stop);
        assertThat(kinds(helen)).containsExactly(Kind.KEEP_PROMISE, Kind.ANSWER);
        chosen(Way.STOP, Wish.OURS);
        assertThat(kinds(helen)).containsExactly(Kind.LEAVE_ALONE);
    }

    private UUID chosen(Way way, @Nullable Wish wish) {
        UUID id = Ids.next();
        waysOn.choose(anna, new ChooseWayOn(id, helen, null, way, null, wish, null, null));
        return id;
    }

    @Test
    void agreedSilenceGoesBeforeEverything() {
        promised(true, "Send the numbers", LocalDate.now().minusDays(3));
        LocalDate until = LocalDate.now().plusDays(30);
        silences.agree(anna, new AgreeSilence(Ids.next(), helen, until, null, null));
        assertThat(moves.of(anna, helen)).containsExactly(NextMove.until(until));
    }

    @Test
    void wordsAreOnlyForWhoeverMayReadThem() {
        ConversationId kept = talks.begun(anna, Visibility.PRIVATE, helen);
        talks.heard(anna, kept, helen, NUMBERS, Mark.THEIR_QUESTION);
        Viewer ben = somebody.whoSells();
        talks.companion(helen, ben);
        assertThat(moves.of(ben, helen)).containsExactly(NextMove.nothing());
        assertThat(moves.of(anna, helen)).extracting(NextMove::words).containsExactly(NUMBERS);
        assertThat(moves.of(somebody.whoSells(), helen)).isEmpty();
    }

    @Test
    void whatIsPersonalIsNoWorkToDo() {
        ConversationId talk = talks.begun(anna, helen);
        talks.heard(anna, talk, helen, "Can you come to my birthday?", Mark.THEIR_QUESTION, Mark.PERSONAL);
        assertThat(kinds(helen)).containsExactly(Kind.NOTHING);
    }

    @Test
    void manyCostTwoStatements() {
        List<ContactId> all = List.of(helen, talks.contactOf(anna), talks.contactOf(anna));
        int few = Statements.during(() -> assertThat(moves.of(anna, all)).hasSize(3));
        assertThat(few).isEqualTo(2);
    }

    private List<Kind> kinds(ContactId contact) {
        return moves.of(anna, contact).stream().map(NextMove::kind).toList();
    }

    private UUID promised(boolean ours, String words, LocalDate due) {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(anna, ours ? MakePromise.ours(id, helen, words, due) : MakePromise.theirs(id, helen, words, due));
        return id.value();
    }

    private void closed(UUID talk, String talkedMore) {
        jdbc.sql("""
                        update conversation set state = 'closed', outcome = 'goodbye', ended_at = now(), talked_more = :more
                         where id = :id""").param("more", talkedMore).param("id", talk).update();
    }

    private void worth(int promises, int followThrough) {
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way, promises, follow_through)
                        values (:id, current_date, 50, 'cooling', current_date, 3, :promises, :follow)
                        on conflict (contact_id) do update
                           set promises = excluded.promises, follow_through = excluded.follow_through""")
                .param("id", helen.value())
                .param("promises", promises)
                .param("follow", followThrough)
                .update();
    }
}
