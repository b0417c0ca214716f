package org.attune.coaching;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what the two agreed on.
 *
 * @param manager with whom; none where there is only one
 */
public record AgreeStep(UUID id, UserId person, @Nullable UserId manager, String words, LocalDate due) {}
