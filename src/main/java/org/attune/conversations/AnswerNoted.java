package org.attune.conversations;

import org.attune.access.UserId;

/** Something heard was taken as the answer to a question of ours: proposed as it was logged, or said by somebody. */
public record AnswerNoted(TurnId question, TurnId heard, UserId by) {}
