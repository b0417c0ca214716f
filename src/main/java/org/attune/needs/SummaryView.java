package org.attune.needs;

import org.attune.outside.SentLink;
import org.jspecify.annotations.Nullable;

/**
 * A summary that was sent by a link.
 *
 * @param verdict none as long as they have not answered
 * @param answer where their answer can be read, as a path within Attune; none where the viewer may not
 */
public record SummaryView(
        SentLink link,
        String text,
        @Nullable Verdict verdict,
        @Nullable String answer) {}
