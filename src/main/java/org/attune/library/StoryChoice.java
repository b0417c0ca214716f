package org.attune.library;

/**
 * A story that may be used today.
 *
 * @param title without names, unless the consent allows them
 */
public record StoryChoice(StoryId id, String title, String language, Consent consent) {}
