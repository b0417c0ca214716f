package org.attune.conversations;

import org.attune.access.UserId;

/** Something heard is no longer an answer to that question. */
public record AnswerTakenAway(TurnId question, TurnId heard, UserId by) {}
