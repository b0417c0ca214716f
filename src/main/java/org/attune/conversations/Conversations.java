package org.attune.conversations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conversations from being planned to being over. Whoever sees one of its people may take part in writing it down; its
 * owner, or somebody who works with one of its people, ends it; only its owner reopens it or changes who may read it.
 */
@Component
@Transactional
public class Conversations {

    private static final int LONGEST_NOTE = 50_000;

    private final ConversationRows rows;
    private final ContactSight sight;
    private final ConversationNews news;
    private final Clock clock;

    Conversations(ConversationRows rows, ContactSight sight, ConversationNews news, Clock clock) {
        this.rows = rows;
        this.sight = sight;
        this.news = news;
        this.clock = clock;
    }

    /** Begins one now, or writes down that one took place. The same id twice begins one conversation. */
    public ConversationId begin(Viewer viewer, BeginConversation begin) {
        sees(viewer, begin.participants());
        keep(viewer, Conversation.begun(viewer, begin, clock.instant()), begin.participants());
        return begin.id();
    }

    public ConversationId plan(Viewer viewer, PlanConversation plan) {
        sees(viewer, plan.participants());
        keep(viewer, Conversation.planned(viewer, plan, clock.instant()), plan.participants());
        return plan.id();
    }

    /** The bare note: begins a conversation with nothing but a note, and ends it where that was asked for. */
    public ConversationId noteDown(Viewer viewer, NoteDown noteDown) {
        String words = Words.required(noteDown.note(), LONGEST_NOTE, "note");
        BeginConversation begin = noteDown.conversation();
        sees(viewer, begin.participants());
        Conversation conversation = Conversation.begun(viewer, begin, clock.instant());
        if (keep(viewer, conversation, begin.participants())) {
            write(conversation, noteDown, words, viewer);
        } else {
            sameNote(rows.lock(viewer, begin.id()).note, words);
        }
        return begin.id();
    }

    private void write(Conversation conversation, NoteDown noteDown, String words, Viewer viewer) {
        Instant now = clock.instant();
        conversation.keepNote(words, now);
        if (noteDown.outcome() != null) {
            conversation.close(
                    new CloseConversation(
                            conversation.id, noteDown.outcome(), null, conversation.minutes, false, false, false),
                    viewer,
                    now);
            news.tell(new ConversationClosed(conversation.id, noteDown.outcome()));
        } else if (noteDown.leaveAsItIs()) {
            conversation.leaveAsItIs(viewer, now);
        }
        rows.save(conversation);
    }

    private static void sameNote(@Nullable String kept, String typed) {
        if (!typed.equals(kept)) {
            throw new ChangedMeanwhile(kept == null ? "" : kept, typed);
        }
    }

    /** A planned conversation takes place. */
    public void beginPlanned(Viewer viewer, ConversationId id, Instant happenedAt) {
        change(viewer, id, conversation -> conversation.begin(happenedAt, clock.instant()));
    }

    /** Somebody else joined. */
    public void join(Viewer viewer, ConversationId id, ContactId contact) {
        Conversation conversation = rows.lock(viewer, id);
        sight.stillKnown(viewer, contact);
        if (conversation.state != ConversationState.PLANNED) {
            conversation.goesOn();
        }
        if (rows.join(id, contact)) {
            news.changed(id);
        }
    }

    public void rest(Viewer viewer, ConversationId id) {
        change(viewer, id, Conversation::rest);
    }

    public void resume(Viewer viewer, ConversationId id) {
        change(viewer, id, conversation -> conversation.resume(clock.instant()));
    }

    /** Says how it ended. Closing it the same way again changes nothing. */
    public void close(Viewer viewer, CloseConversation close) {
        Conversation conversation = rows.lockTended(viewer, close.conversation());
        if (conversation.isClosedAs(close)) {
            return;
        }
        if (conversation.state == ConversationState.CLOSED && conversation.outcome != null) {
            throw new ChangedMeanwhile(
                    conversation.outcome.name(), close.outcome().name());
        }
        conversation.close(close, viewer, clock.instant());
        rows.save(conversation);
        news.tell(new ConversationClosed(conversation.id, close.outcome()));
        news.changed(conversation.id);
    }

    /** The line went dead, somebody came in: over without an outcome, in one key. */
    public void breakOff(Viewer viewer, ConversationId id) {
        end(viewer, id, conversation -> conversation.breakOff(viewer, clock.instant()));
    }

    public void callOff(Viewer viewer, ConversationId id) {
        end(viewer, id, conversation -> conversation.callOff(viewer, clock.instant()));
    }

    /** Its owner opens it again, for a day after it ended; the outcome goes, the next ending says a new one. */
    public void reopen(Viewer viewer, ConversationId id) {
        change(viewer, id, conversation -> conversation.reopen(viewer, clock.instant()));
    }

    private static String facts(Conversation conversation) {
        return Stream.of(
                        conversation.channel,
                        conversation.startedBy,
                        conversation.plannedFor == null ? conversation.happenedAt : conversation.plannedFor,
                        conversation.plannedFor == null ? conversation.minutes : conversation.plannedMinutes,
                        conversation.visibility,
                        conversation.note)
                .filter(Objects::nonNull)
                .map(fact -> fact instanceof Enum<?> word ? Rows.word(word).replace('_', ' ') : fact.toString())
                .collect(Collectors.joining(", "));
    }

    public void show(Viewer viewer, ConversationId id, Visibility to) {
        change(viewer, id, conversation -> conversation.show(to, viewer));
    }

    /** The hat changes; turns logged from now on are said under the new one. */
    public void wear(Viewer viewer, ConversationId id, Hat hat) {
        change(viewer, id, conversation -> conversation.wear(hat));
    }

    /** "This is all of it": shares of words may be measured, or no longer. */
    public void measure(Viewer viewer, ConversationId id, boolean complete) {
        change(viewer, id, conversation -> conversation.complete = complete);
    }

    /**
     * Keeps the note of a conversation; it can stay unsorted.
     *
     * @param before the note as it stood when the form was opened
     */
    public void keepNote(Viewer viewer, ConversationId id, @Nullable String before, @Nullable String note) {
        Conversation conversation = rows.lock(viewer, id);
        String words = Words.optional(note, LONGEST_NOTE, "note");
        String kept = conversation.note == null ? "" : conversation.note;
        String expected = before == null ? "" : Words.clean(before);
        String typed = words == null ? "" : words;
        if (!kept.equals(expected) && !kept.equals(typed)) {
            throw new ChangedMeanwhile(kept, typed);
        }
        conversation.keepNote(words, clock.instant());
        rows.save(conversation);
    }

    private void end(Viewer viewer, ConversationId id, Consumer<Conversation> verb) {
        save(rows.lockTended(viewer, id), verb);
    }

    private void change(Viewer viewer, ConversationId id, Consumer<Conversation> verb) {
        save(rows.lock(viewer, id), verb);
    }

    private void save(Conversation conversation, Consumer<Conversation> verb) {
        verb.accept(conversation);
        rows.save(conversation);
        news.changed(conversation.id);
    }

    private boolean keep(Viewer viewer, Conversation conversation, List<ContactId> participants) {
        boolean made = rows.insert(conversation, sight.teamOf(conversation.lead).value(), participants);
        if (made) {
            news.changed(participants);
        } else {
            sameAsBefore(viewer, conversation, participants);
        }
        return made;
    }

    private void sameAsBefore(Viewer viewer, Conversation repeated, List<ContactId> participants) {
        Conversation kept = rows.lock(viewer, repeated.id);
        if (!kept.owner.equals(viewer.id())) {
            throw new NotSeen("conversation of somebody else");
        }
        if (!kept.isRepeatedBy(repeated) || !rows.participants(kept.id).containsAll(participants)) {
            throw new ChangedMeanwhile(facts(kept), facts(repeated));
        }
    }

    private void sees(Viewer viewer, List<ContactId> participants) {
        if (participants.isEmpty()) {
            throw new RuleRefused("conversations.participants.missing", "participants");
        }
        sight.stillKnown(viewer, participants);
    }
}
