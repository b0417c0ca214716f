package org.attune.conversations;

import java.time.Clock;
import java.time.Instant;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the facts about a conversation right: when, how long, how, who started it, under which hat, and who was not there
 * after all. For its owner, and whoever works with one of its people.
 */
@Component
@Transactional
public class ConversationFacts {

    private final ConversationRows rows;
    private final FactRows facts;
    private final ConversationsSeen seen;
    private final ConversationNews news;
    private final Clock clock;

    ConversationFacts(
            ConversationRows rows, FactRows facts, ConversationsSeen seen, ConversationNews news, Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.seen = seen;
        this.news = news;
        this.clock = clock;
    }

    /** @throws NotSeen where the viewer may not put it right, or it was called off */
    @Transactional(readOnly = true)
    public FactsView of(Viewer viewer, ConversationId id) {
        ConversationView conversation = seen.find(viewer, id);
        if (!conversation.tended() || conversation.state() == ConversationState.CALLED_OFF) {
            throw new NotSeen("facts of conversation " + id.value());
        }
        return new FactsView(conversation, facts.isEvidence(id), facts.isUnder(id, conversation.hat()));
    }

    /**
     * Puts them right.
     *
     * @throws ChangedMeanwhile where somebody else did since the form was opened
     * @throws RuleRefused where an offer stands on the day, where it ended before that, and where what was said would move
     *     to another day and nobody has said that it may
     */
    public void change(Viewer viewer, ChangeConversation change) {
        Conversation conversation = rows.lockTended(viewer, change.conversation());
        if (conversation.version != change.version()) {
            throw new ChangedMeanwhile("", "", conversation.version);
        }
        wear(conversation, change);
        @Nullable Instant before = conversation.happenedAt;
        conversation.change(change, clock.instant());
        if (before != null && conversation.happenedAt != null && !before.equals(conversation.happenedAt)) {
            move(viewer, new Moved(conversation.id, before, conversation.happenedAt, viewer.zone()), change);
        }
        rows.save(conversation);
        facts.plan(conversation);
        news.changed(conversation.id);
    }

    /** Where it changed at a turn, each turn keeps the one it was said under. */
    private void wear(Conversation conversation, ChangeConversation change) {
        if (change.hat() != null && change.hat() != conversation.hat) {
            if (!facts.isUnder(conversation.id, conversation.hat)) {
                throw new RuleRefused("conversations.facts.hat-changed", "hat");
            }
            conversation.hat = change.hat();
            facts.wear(conversation.id, change.hat());
        }
    }

    private void move(Viewer viewer, Moved moved, ChangeConversation change) {
        facts.lockTurns(moved.conversation());
        if (facts.isEvidence(moved.conversation())) {
            throw new RuleRefused("conversations.facts.day-is-evidence", "at");
        }
        int along = facts.saidThen(moved);
        if (along > 0 && moved.toAnotherDay() && !change.moveTurns()) {
            throw new RuleRefused("conversations.facts.moves-along", "moveTurns", along);
        }
        facts.move(moved, clock.instant());
    }

    /**
     * Somebody was not there after all.
     *
     * @throws RuleRefused where they are the only one, were heard in it, or are named in its notes
     */
    public void leave(Viewer viewer, ConversationId id, ContactId contact) {
        Conversation conversation = rows.lockTended(viewer, id);
        conversation.isNotOver();
        if (!rows.participants(id).contains(contact)) {
            return;
        }
        ContactId other = seen.find(viewer, id).participants().stream()
                .map(ParticipantView::id)
                .filter(one -> !one.equals(contact))
                .findFirst()
                .orElseThrow(() -> new RuleRefused("conversations.participant.only-one"));
        if (facts.tookPart(id, contact)) {
            throw new RuleRefused("conversations.participant.was-heard");
        }
        news.changed(id);
        facts.leave(id, contact, other);
    }
}
