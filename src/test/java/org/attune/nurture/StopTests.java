package org.attune.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever does not want to hear from us does not, until they come back themselves. */
@AttuneTest
class StopTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private WaysOn waysOn;

    @Autowired
    private Stops stops;

    @Autowired
    private Touches touches;

    @Autowired
    private NurtureFollowsMerge followsMerge;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsMet() {
        anna = somebody.whoSells();
        helen = happened.met(anna);
    }

    @Test
    void atTheirWishNothingIsSentAndWhatWasSentBeforeCanStillBeNoted() {
        stop(helen, Wish.THEIRS);

        assertThat(stops.holds(helen)).contains(Wish.THEIRS);
        assertThatThrownBy(() -> touch(null))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("nurture.stop.unwanted"));
        touch(Instant.now().minus(Duration.ofDays(3)));
        assertThat(touches.ofContact(anna, helen, 9)).hasSize(1);
    }

    @Test
    void nobodyIsIntroducedToWhoeverDoesNotWantIt() {
        ContactId petra = happened.met(anna, "Petra Kühn");
        introduces(helen, petra, null);
        stop(petra, Wish.THEIRS);

        assertThatThrownBy(() -> introduces(helen, petra, null)).isInstanceOfSatisfying(RuleRefused.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("nurture.stop.unwanted.introduced");
            assertThat(refused.field()).isEqualTo("introducedTo");
        });
        assertThatThrownBy(() -> introduces(petra, helen, null))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("nurture.stop.unwanted"));
        introduces(helen, petra, Instant.now().minus(Duration.ofDays(3)));
        assertThat(touches.ofContact(anna, helen, 9)).hasSize(2);
    }

    @Test
    void theDatabaseRefusesATouchNobodyWantsWhoeverWrites() {
        ContactId petra = happened.met(anna, "Petra Kühn");
        stop(petra, Wish.THEIRS);

        assertThatThrownBy(() -> write(petra, null))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("an unwanted touch");
        assertThatThrownBy(() -> write(helen, petra))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("an unwanted introduction");
        write(helen, null);
    }

    @Test
    void whoeverNotesATouchWaitsForWhoeverSaysAStop() {
        CompletableFuture<Void> touching = transaction.execute(tx -> {
            stop(helen, Wish.THEIRS);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> write(helen, null));
            await(() -> jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                    .query(Boolean.class)
                    .single());
            return other;
        });

        assertThatThrownBy(() -> Objects.requireNonNull(touching).join())
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
    }

    private static void await(BooleanSupplier waiting) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!waiting.getAsBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(waiting.getAsBoolean()).isTrue();
    }

    private void introduces(ContactId who, ContactId whom, @Nullable Instant at) {
        touches.note(
                anna,
                new NoteTouch(
                        Ids.next(),
                        who,
                        TouchKind.INTRODUCTION,
                        false,
                        "Both bill by hand",
                        at,
                        Given.introduction(whom)));
    }

    private void write(ContactId who, @Nullable ContactId whom) {
        jdbc.sql("""
                        insert into touch (id, contact_id, team_id, kind, hat, happened_at, noted_by, introduced_id)
                        select :id, c.id, c.team_id, :kind, 'sales', clock_timestamp(), :by, :whom from contact c where c.id = :who""")
                .param("id", Ids.next())
                .param("kind", whom == null ? "greeting" : "introduction")
                .param("by", anna.uuid())
                .param("who", who.value())
                .param("whom", whom == null ? null : whom.value())
                .update();
    }

    @Test
    void aTouchThatWasNotedBeforeIsTheSameTouchWhenItIsSentAgain() {
        var touch = new NoteTouch(Ids.next(), helen, TouchKind.EVENT, false, "Breakfast", null);
        touches.note(anna, touch);
        stop(helen, Wish.THEIRS);

        assertThat(touches.note(anna, touch).id()).isEqualTo(touch.id());
    }

    @Test
    void atOurWishATouchIsPossible() {
        stop(helen, Wish.OURS);
        touch(null);

        assertThat(stops.holds(helen)).contains(Wish.OURS);
        assertThat(touches.ofContact(anna, helen, 9)).hasSize(1);
    }

    @Test
    void isUndoneByWhoeverWorksWithThemAndOnlyForThirtyDays() {
        TeamId team = jdbc.sql("select team_id from app_user where id = ?")
                .param(anna.uuid())
                .query((row, n) -> new TeamId(row.getObject(1, UUID.class)))
                .single();
        UUID stop = stop(helen, Wish.THEIRS);
        assertThatThrownBy(() -> stops.undo(somebody.whoSells(team), stop)).isInstanceOf(NotSeen.class);
        assertThat(stops.current(anna, helen)).get().matches(StopView::holds).matches(StopView::mayUndo);

        assertThat(stops.undo(anna, stop)).isEqualTo(helen);
        assertThat(stops.undo(anna, stop)).isEqualTo(helen);
        assertThat(stops.holds(helen)).isEmpty();
        assertThat(stops.current(anna, helen)).isEmpty();

        UUID old = stopped(helen, Wish.THEIRS, 31);
        assertThat(stops.current(anna, helen)).get().matches(one -> !one.mayUndo());
        assertThatThrownBy(() -> stops.undo(anna, old))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("nurture.stop.too-late"));
    }

    @Test
    void theDatabaseUndoesNothingAfterThirtyDaysNorOnAnotherDay() {
        UUID old = stopped(helen, Wish.OURS, 31);

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into contact_stop_undone (stop_id, said_at, undone_by)
                                select id, said_at, said_by from contact_stop where id = :id""").param("id", old).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("contact_stop_undone_in_time");
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into contact_stop_undone (stop_id, said_at, undone_by, undone_at)
                                select id, said_at, said_by, said_at from contact_stop where id = :id""").param("id", old).update()).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("update contact_stop set said_at = now() where id = :id")
                        .param("id", old)
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThat(stops.holds(helen)).contains(Wish.OURS);
    }

    @Test
    void endsByItselfWhenTheyComeToUs() {
        stopped(helen, Wish.THEIRS, 60);
        UUID ours = happened.spoke(anna, helen, "we");
        happened.heard(ours, helen, Instant.now());
        assertThat(stops.holds(helen)).contains(Wish.THEIRS);

        UUID theirs = happened.spoke(anna, helen, "they");
        UUID asked = happened.asked(theirs);
        assertThat(asked).isNotNull();
        assertThat(stops.holds(helen)).contains(Wish.THEIRS);
        happened.heard(theirs, helen, Instant.now());

        assertThat(stops.holds(helen)).isEmpty();
        assertThat(stops.current(anna, helen))
                .get()
                .matches(one -> !one.holds())
                .satisfies(one -> assertThat(one.backHref()).startsWith("/conversations/" + theirs));
        touch(null);
    }

    @Test
    void whatIsAddedForADayToTheConversationInWhichItWasSaidIsNoReturn() {
        UUID call = happened.spoke(anna, helen, "they");
        waysOn.choose(
                anna,
                new ChooseWayOn(
                        Ids.next(),
                        helen,
                        new ConversationId(call),
                        Way.STOP,
                        null,
                        Wish.THEIRS,
                        null,
                        "Enough letters"));
        happened.heard(call, helen, Instant.now().plusSeconds(60));
        assertThat(stops.holds(helen)).contains(Wish.THEIRS);

        happened.heard(call, helen, Instant.now().plus(Duration.ofHours(25)));
        assertThat(stops.holds(helen)).isEmpty();
    }

    @Test
    void whatSomebodyElseSaysIsNotTheirReturn() {
        ContactId petra = happened.met(anna, "Petra Kühn");
        stopped(helen, Wish.OURS, 5);
        UUID call = happened.spoke(anna, petra, "they");
        happened.heard(call, petra, Instant.now());

        assertThat(stops.holds(helen)).contains(Wish.OURS);
    }

    @Test
    void inAMergeTheirWishWins() {
        ContactId twin = happened.met(anna);
        stop(helen, Wish.THEIRS);
        stop(twin, Wish.OURS);

        var moved = followsMerge.follow(helen, twin);
        assertThat(stops.holds(twin)).contains(Wish.THEIRS);
        assertThat(stops.current(anna, twin)).get().extracting(StopView::wish).isEqualTo(Wish.THEIRS);

        followsMerge.goBack(helen, twin, moved);
        assertThat(stops.holds(twin)).contains(Wish.OURS);
        assertThat(stops.holds(helen)).contains(Wish.THEIRS);
    }

    @Test
    void othersNeitherSeeNorUndoIt() {
        UUID stop = stop(helen, Wish.THEIRS);

        for (Viewer outsider : List.of(somebody.whoSells(), somebody.whoAdministers())) {
            assertThatThrownBy(() -> stops.undo(outsider, stop)).isInstanceOf(NotSeen.class);
            assertThat(stops.current(outsider, helen)).isEmpty();
        }
        assertThat(stops.holds(helen)).isPresent();
    }

    private UUID stop(ContactId contact, Wish wish) {
        UUID id = Ids.next();
        waysOn.choose(anna, new ChooseWayOn(id, contact, null, Way.STOP, null, wish, null, null));
        return id;
    }

    private UUID stopped(ContactId contact, Wish wish, int daysAgo) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into contact_stop (id, contact_id, whose_wish, said_by, said_at)
                        values (:id, :contact, :wish, :by, :at)""")
                .param("id", id)
                .param("contact", contact.value())
                .param("wish", wish.word())
                .param("by", anna.uuid())
                .param("at", Timestamp.from(Instant.now().minus(Duration.ofDays(daysAgo))))
                .update();
        return id;
    }

    private void touch(@Nullable Instant at) {
        touches.note(anna, new NoteTouch(Ids.next(), helen, TouchKind.GREETING, false, "A card", at));
    }
}
