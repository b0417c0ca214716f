package org.attune.conversations;

/**
 * What about a conversation can be put right, by whoever owns it or works with one of its people.
 *
 * @param evidence an offer stands on something in it, so its time stays
 * @param oneHat all of it was under one hat, so that can be another
 */
public record FactsView(ConversationView conversation, boolean evidence, boolean oneHat) {}
