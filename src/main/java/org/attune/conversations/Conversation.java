package org.attune.conversations;

import java.time.Duration;
import java.time.Instant;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/**
 * A conversation on its way from planned to over. What is counted beside its turns is not in here: it changes with every
 * turn, by a statement of its own.
 */
final class Conversation {

    static final Duration REOPENS_FOR = Duration.ofHours(24);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final Duration JUST_NOW = Duration.ofMinutes(15);

    final ConversationId id;
    final UserId owner;
    final ContactId lead;
    final Instant loggedAt;

    Hat hat;
    Channel channel;
    StartedBy startedBy;
    ConversationState state;
    Visibility visibility;
    boolean built;
    boolean moved;
    boolean complete;
    Instant workedOnAt;

    @Nullable
    Instant plannedFor;

    @Nullable
    Integer plannedMinutes;

    @Nullable
    Boolean askedFor;

    @Nullable
    Instant happenedAt;

    @Nullable
    Integer minutes;

    @Nullable
    Outcome outcome;

    @Nullable
    TalkedMore talkedMore;

    @Nullable
    String note;

    @Nullable
    Instant endedAt;

    @Nullable
    UserId endedBy;

    int version;

    Conversation(
            ConversationId id,
            UserId owner,
            ContactId lead,
            Hat hat,
            Channel channel,
            StartedBy startedBy,
            ConversationState state,
            Visibility visibility,
            Instant loggedAt,
            Instant workedOnAt) {
        this.id = id;
        this.loggedAt = loggedAt;
        this.owner = owner;
        this.lead = lead;
        this.hat = hat;
        this.channel = channel;
        this.startedBy = startedBy;
        this.state = state;
        this.visibility = visibility;
        this.workedOnAt = workedOnAt;
    }

    static Conversation begun(Viewer by, BeginConversation begin, Instant now) {
        Conversation conversation = new Conversation(
                begin.id(),
                by.id(),
                begin.participants().get(0),
                begin.hat(),
                begin.channel(),
                begin.startedBy(),
                ConversationState.OPEN,
                begin.visibility(),
                now,
                now);
        conversation.happenedAt = notLater(begin.happenedAt(), now);
        conversation.minutes = begin.minutes();
        return conversation;
    }

    static Conversation planned(Viewer by, PlanConversation plan, Instant now) {
        Conversation conversation = new Conversation(
                plan.id(),
                by.id(),
                plan.participants().get(0),
                plan.hat(),
                plan.channel(),
                plan.startedBy(),
                ConversationState.PLANNED,
                plan.visibility(),
                now,
                now);
        conversation.plannedFor = stillToCome(plan.plannedFor(), now);
        conversation.plannedMinutes = plan.plannedMinutes();
        conversation.askedFor = plan.askedFor();
        return conversation;
    }

    /** Whether what was sent again says nothing else; what was not said is not compared. */
    boolean isRepeatedBy(Conversation repeated) {
        return lead.equals(repeated.lead)
                && channel == repeated.channel
                && startedBy == repeated.startedBy
                && visibility == repeated.visibility
                && (repeated.minutes == null || repeated.minutes.equals(minutes))
                && (repeated.plannedMinutes == null || repeated.plannedMinutes.equals(plannedMinutes))
                && (repeated.plannedFor == null || repeated.plannedFor.equals(plannedFor))
                && (repeated.happenedAt == null || repeated.happenedAt.equals(happenedAt));
    }

    void begin(Instant at, Instant now) {
        only(state == ConversationState.PLANNED, "conversations.state.not-planned");
        happenedAt = notLater(at, now);
        state = ConversationState.OPEN;
        workedOnAt = now;
    }

    void callOff(Viewer by, Instant now) {
        only(state == ConversationState.PLANNED, "conversations.state.not-planned");
        end(ConversationState.CALLED_OFF, by, now);
    }

    void rest() {
        only(state == ConversationState.OPEN, "conversations.state.not-open");
        state = ConversationState.RESTING;
    }

    void resume(Instant now) {
        only(state == ConversationState.RESTING, "conversations.state.not-resting");
        state = ConversationState.OPEN;
        workedOnAt = now;
    }

    void breakOff(Viewer by, Instant now) {
        goesOn();
        end(ConversationState.BROKE_OFF, by, now);
    }

    void close(CloseConversation close, Viewer by, Instant now) {
        goesOn();
        outcome = close.outcome();
        talkedMore = close.talkedMore();
        minutes = close.minutes() == null ? minutes : close.minutes();
        built = close.built();
        moved = close.moved();
        complete = close.complete();
        end(ConversationState.CLOSED, by, now);
    }

    boolean isClosedAs(CloseConversation close) {
        return state == ConversationState.CLOSED
                && outcome == close.outcome()
                && talkedMore == close.talkedMore()
                && (close.minutes() == null || close.minutes().equals(minutes))
                && built == close.built()
                && moved == close.moved()
                && complete == close.complete();
    }

    /** Kept as it is, without an outcome nobody gave. */
    void leaveAsItIs(Viewer by, Instant now) {
        goesOn();
        end(ConversationState.NOT_CLOSED, by, now);
    }

    void reopen(Viewer by, Instant now) {
        ownedBy(by);
        only(state.isOver() && endedAt != null, "conversations.state.not-over");
        only(mayReopen(state, endedAt, now), "conversations.reopen.day-is-over");
        state = ConversationState.OPEN;
        outcome = null;
        endedAt = null;
        endedBy = null;
        workedOnAt = now;
    }

    static boolean mayReopen(ConversationState state, @Nullable Instant endedAt, Instant now) {
        return state.isOver() && endedAt != null && !endedAt.plus(REOPENS_FOR).isBefore(now);
    }

    void change(ChangeConversation change, Instant now) {
        only(state != ConversationState.CALLED_OFF, "conversations.state.over");
        channel = change.channel();
        startedBy = change.startedBy();
        if (state == ConversationState.PLANNED) {
            plan(change, now);
        } else {
            takePlace(change, now);
        }
    }

    private void plan(ChangeConversation change, Instant now) {
        if (change.at() != null && !Rows.kept(change.at()).equals(plannedFor)) {
            plannedFor = stillToCome(change.at(), now);
        }
        plannedMinutes = change.minutes();
        askedFor = change.askedFor();
    }

    private void takePlace(ChangeConversation change, Instant now) {
        if (change.at() != null) {
            if (endedAt != null && change.at().isAfter(endedAt)) {
                throw new RuleRefused("conversations.facts.after-it-ended", "at");
            }
            happenedAt = notLater(change.at(), now);
        }
        minutes = change.minutes();
    }

    void show(Visibility to, Viewer by) {
        ownedBy(by);
        visibility = to;
    }

    void wear(Hat other) {
        isNotOver();
        hat = other;
    }

    void keepNote(@Nullable String words, Instant now) {
        only(happenedAt != null, "conversations.state.not-begun");
        note = words;
        workedOnAt = now;
    }

    void isNotOver() {
        only(state == ConversationState.PLANNED || state.goesOn(), "conversations.state.over");
    }

    void goesOn() {
        only(state != ConversationState.PLANNED, "conversations.state.not-begun");
        only(state.goesOn(), "conversations.state.over");
    }

    /** Only its owner may; for anybody else there is nothing here to be done. */
    void ownedBy(Viewer by) {
        if (!owner.equals(by.id())) {
            throw new NotSeen("conversation of somebody else");
        }
    }

    private void end(ConversationState how, Viewer by, Instant now) {
        state = how;
        endedAt = now;
        endedBy = by.id();
    }

    private static void only(boolean so, String messageKey) {
        if (!so) {
            throw new RuleRefused(messageKey);
        }
    }

    private static Instant notLater(Instant at, Instant now) {
        if (at.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new RuleRefused("conversations.happened.in-the-future", "at");
        }
        return Rows.kept(at);
    }

    private static Instant stillToCome(Instant at, Instant now) {
        if (at.isBefore(now.minus(JUST_NOW))) {
            throw new RuleRefused("conversations.planned.in-the-past", "at");
        }
        return Rows.kept(at);
    }
}
