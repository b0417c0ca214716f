package org.attune.sample;

import java.util.Set;
import java.util.UUID;

/**
 * How a conversation was held.
 *
 * @param changesAt the turn from which on it is under the other hat; 0: it stays
 */
record Circumstances(
        UUID id, String hat, int changesAt, String channel, String state, boolean complete, String visibility) {

    private static final Set<String> WRITING = Set.of("email", "chat", "letter", "document");

    String hatAt(int seq) {
        return changesAt > 0 && seq >= changesAt ? hat.equals("sales") ? "marketing" : "sales" : hat;
    }

    boolean isWriting() {
        return WRITING.contains(channel);
    }

    boolean isClosed() {
        return state.equals("closed");
    }
}
