package org.attune.health;

import java.util.UUID;

/** What a reason stands on, where one can be opened. */
public record Behind(Kind kind, UUID id) {

    public enum Kind {
        CONVERSATION,
        TURN,
        PROMISE,
        NEED
    }
}
