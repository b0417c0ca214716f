package org.attune.outside;

import java.time.Instant;
import java.util.UUID;
import org.attune.correspondence.LetterState;
import org.jspecify.annotations.Nullable;

/**
 * How a link went out, once.
 *
 * @param id of the touch it went out with
 * @param by the name of who sent it
 * @param at when it was sent; of a letter, when it came to the state it is in
 * @param letter what became of the letter; none where somebody sent it by other means
 */
public record Sending(
        UUID id, String by, Instant at, @Nullable LetterState letter) {}
