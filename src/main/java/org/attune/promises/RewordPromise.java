package org.attune.promises;

/**
 * Says an open promise in other words.
 *
 * @param version of the promise the person saw
 */
public record RewordPromise(PromiseId id, String words, int version) {}
