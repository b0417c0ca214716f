package org.attune.library;

/**
 * What a response used.
 *
 * @param path where it can be read
 */
public record UsedItem(String title, boolean story, String path) {}
