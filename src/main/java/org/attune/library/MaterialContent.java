package org.attune.library;

import org.jspecify.annotations.Nullable;

/**
 * What a version says.
 *
 * @param body Markdown
 * @param news what is different from the version before, and why
 */
public record MaterialContent(
        String body, @Nullable String url, @Nullable String news) {}
