package org.attune.conversations;

/**
 * A question that could be asked now; a person says it in their own words.
 *
 * @param messageKey the sentence, in the bundle of this module
 * @param follows the heard turn it picks up
 */
public record SuggestedQuestion(String messageKey, TurnRef follows) {}
