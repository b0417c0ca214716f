package org.attune.coaching.web;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation is chosen to talk about.
 *
 * @param sure that a private one may be seen to have taken place
 */
record TalkForm(
        @NotNull(message = "{coaching.talk.needed}") @Nullable
        UUID conversation,

        @Nullable Boolean sure) {}
