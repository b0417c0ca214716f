package org.attune.conversations;

import org.jspecify.annotations.Nullable;

/**
 * A bare note: a conversation of which only a note is kept, until somebody sorts it into turns, if ever.
 *
 * @param outcome how it ended, where that is known; it is closed then
 * @param leaveAsItIs end it without an outcome, so that nothing asks to finish it; its owner may reopen it for a day
 */
public record NoteDown(
        BeginConversation conversation,
        String note,
        @Nullable Outcome outcome,
        boolean leaveAsItIs) {

    /** Kept open, to be sorted or closed later. */
    public static NoteDown open(BeginConversation conversation, String note) {
        return new NoteDown(conversation, note, null, false);
    }
}
