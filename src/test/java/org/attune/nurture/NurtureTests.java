package org.attune.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AttuneTest
class NurtureTests {

    /** Where those who sell in tests look at the calendar. */
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Touches touches;

    @Autowired
    private Silences silences;

    @Autowired
    private WaysOn waysOn;

    @Autowired
    private NurtureFollowsMerge followsMerge;

    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsMet() {
        anna = somebody.whoSells();
        helen = happened.met(anna);
    }

    @Test
    void notesATouchUnderTheHatThatIsWorn() {
        TouchView touch = touches.note(anna, checklist(Ids.next()));

        assertThat(touch.hat()).isEqualTo(anna.hat()).isEqualTo(Hat.SALES);
        assertThat(touch.askedFor()).isTrue();
        assertThat(touches.ofContact(anna, helen, 9)).containsExactly(touch);
    }

    @Test
    void aRepeatedTouchIsOneTouch() {
        UUID id = Ids.next();
        touches.note(anna, new NoteTouch(id, helen, TouchKind.TRIED_TO_REACH, false, null, null));
        touches.note(anna, new NoteTouch(id, helen, TouchKind.TRIED_TO_REACH, false, null, null));

        assertThat(touches.ofContact(anna, helen, 9)).hasSize(1);
        assertThatThrownBy(() -> touches.note(anna, checklist(id))).isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void nothingIsNotedBeforeItHappened() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

        assertThatThrownBy(() ->
                        touches.note(anna, new NoteTouch(Ids.next(), helen, TouchKind.EVENT, false, null, tomorrow)))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void isTakenBackOnlyByWhoNotedItAndOnlyBeforeTheyReacted() {
        Viewer companion = somebody.whoSells();
        TouchView tried =
                touches.note(anna, new NoteTouch(Ids.next(), helen, TouchKind.TRIED_TO_REACH, false, null, null));
        TouchView sent = touches.note(anna, checklist(Ids.next()));
        touches.received(anna, sent.id(), Reaction.GOOD, "Petra has printed it.");

        assertThatThrownBy(() -> touches.takeBack(companion, tried.id())).isInstanceOf(NotSeen.class);
        assertThatThrownBy(() -> touches.takeBack(anna, sent.id())).isInstanceOf(RuleRefused.class);
        touches.takeBack(anna, tried.id());
        assertThat(touches.ofContact(anna, helen, 9)).extracting(TouchView::id).containsExactly(sent.id());
    }

    @Test
    void leavesInPeaceUntilTheDayAndNoLonger() {
        agree(Ids.next(), TODAY.plusDays(20), "The board decides");

        assertThat(silences.current(anna, helen))
                .get()
                .extracting(SilenceView::why)
                .isEqualTo("The board decides");
        assertThat(silences.leftInPeace(anna, 9))
                .extracting(SilenceView::contact)
                .containsExactly(helen);
        assertThatThrownBy(() -> agree(Ids.next(), TODAY.minusDays(1), null)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> agree(Ids.next(), TODAY.plusYears(11), null)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void theNewestAgreementCountsEvenWhenItHasEnded() {
        agree(Ids.next(), TODAY.plusDays(90), "In March");
        SilenceView sooner = agree(Ids.next(), TODAY.plusDays(10), "Call me sooner");
        assertThat(silences.current(anna, helen)).contains(sooner);

        silences.end(anna, sooner.id());
        assertThat(silences.current(anna, helen)).isEmpty();
        assertThat(silences.leftInPeace(anna, 9)).isEmpty();

        silences.resume(anna, sooner.id());
        assertThat(silences.current(anna, helen)).contains(sooner);
    }

    @Test
    void rememberWhereTheySaidSo() {
        UUID call = happened.spoke(anna, helen, "they");
        UUID turn = happened.heard(call, helen);
        SilenceView said =
                silences.agree(anna, new AgreeSilence(Ids.next(), helen, TODAY.plusDays(5), null, new TurnId(turn)));

        assertThat(said.turnHref()).isEqualTo("/conversations/" + call + "#t1");
        ContactId other = happened.met(anna);
        assertThatThrownBy(() -> silences.agree(
                        anna, new AgreeSilence(Ids.next(), other, TODAY.plusDays(5), null, new TurnId(turn))))
                .isInstanceOf(NotSeen.class);
    }

    @Test
    void notNowIsAnAgreedSilenceToo() {
        UUID call = happened.spoke(anna, helen, "they");
        var choice = new ChooseWayOn(
                Ids.next(),
                helen,
                new ConversationId(call),
                Way.NOT_NOW,
                TODAY.plusDays(30),
                null,
                true,
                "After stocktaking");
        waysOn.choose(anna, choice);
        waysOn.choose(anna, choice);

        assertThat(silences.current(anna, helen))
                .get()
                .extracting(SilenceView::until)
                .isEqualTo(TODAY.plusDays(30));
        assertThat(waysOn.current(anna, helen))
                .get()
                .extracting(WayOnView::wouldRefer)
                .isEqualTo(true);
        assertThat(waysOn.after(anna, new ConversationId(call), helen)).isPresent();
    }

    @Test
    void notNowNeedsADayAndStopNeedsAWish() {
        assertThatThrownBy(() -> choose(Way.NOT_NOW, null, null))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo("askAgainOn"));
        assertThatThrownBy(() -> choose(Way.STOP, null, null))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo("whoseWish"));
        assertThat(waysOn.current(anna, helen)).isEmpty();

        choose(Way.STOP, null, Wish.THEIRS);
        assertThat(waysOn.current(anna, helen))
                .get()
                .extracting(WayOnView::whoseWish)
                .isEqualTo(Wish.THEIRS);
        assertThat(silences.current(anna, helen)).isEmpty();
    }

    @Test
    void othersNeitherSeeNorNoteAnything() {
        TouchView touch = touches.note(anna, checklist(Ids.next()));
        SilenceView silence = agree(Ids.next(), TODAY.plusDays(9), null);

        for (Viewer outsider : List.of(somebody.whoSells(), somebody.whoAdministers())) {
            assertThatThrownBy(() -> touches.note(
                            outsider, new NoteTouch(Ids.next(), helen, TouchKind.TRIED_TO_REACH, false, null, null)))
                    .isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> touches.received(outsider, touch.id(), Reaction.BAD, null))
                    .isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> touches.ofContact(outsider, helen, 9)).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> silences.end(outsider, silence.id())).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> silences.current(outsider, helen)).isInstanceOf(NotSeen.class);
            assertThatThrownBy(() -> waysOn.current(outsider, helen)).isInstanceOf(NotSeen.class);
            assertThat(silences.leftInPeace(outsider, 9)).isEmpty();
        }
        assertThat(touches.find(anna, touch.id()).reaction()).isNull();
        assertThat(silences.current(anna, helen)).contains(silence);
    }

    @Test
    void followAMergeAndComeBack() {
        ContactId twin = happened.met(anna);
        TouchView touch = touches.note(anna, checklist(Ids.next()));
        SilenceView silence = agree(Ids.next(), TODAY.plusDays(9), null);
        choose(Way.KEEP_IN_TOUCH, null, null);

        var moved = followsMerge.follow(helen, twin);
        assertThat(touches.find(anna, touch.id()).contact()).isEqualTo(twin);
        assertThat(silences.find(anna, silence.id()).contact()).isEqualTo(twin);
        assertThat(waysOn.current(anna, twin)).isPresent();

        followsMerge.goBack(helen, twin, moved);
        assertThat(touches.find(anna, touch.id()).contact()).isEqualTo(helen);
        assertThat(silences.find(anna, silence.id()).contact()).isEqualTo(helen);
        assertThat(waysOn.current(anna, twin)).isEmpty();
    }

    private NoteTouch checklist(UUID id) {
        return new NoteTouch(id, helen, TouchKind.MATERIAL, true, "A month-end checklist", null);
    }

    private SilenceView agree(UUID id, LocalDate until, @Nullable String why) {
        return silences.agree(anna, new AgreeSilence(id, helen, until, why, null));
    }

    private void choose(Way way, @Nullable LocalDate day, @Nullable Wish wish) {
        waysOn.choose(anna, new ChooseWayOn(Ids.next(), helen, null, way, day, wish, null, null));
    }
}
