package org.attune.nurture.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.attune.nurture.Reaction;
import org.jspecify.annotations.Nullable;

/** How a touch was received, and what they said. */
record ReactionForm(
        @NotNull(message = "{nurture.reaction.needed}") @Nullable
        Reaction reaction,

        @Size(max = 2000) @Nullable String words) {}
