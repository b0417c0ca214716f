package org.attune.conversations;

import org.attune.questions.Question;

/**
 * A question that could be asked now; a person says it in their own words.
 *
 * @param follows the heard turn it picks up
 */
public record SuggestedQuestion(Question question, TurnRef follows) {}
