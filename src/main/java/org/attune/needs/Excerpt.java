package org.attune.needs;

import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** The very words within a turn that are about a need. */
final class Excerpt {

    private Excerpt() {}

    /**
     * What was marked, if it stands in what was heard.
     *
     * @param words what was heard; none once it was erased
     * @return none where all of it is meant
     * @throws RuleRefused where they did not say that
     */
    static @Nullable String within(@Nullable String words, @Nullable String marked) {
        String wanted = marked == null ? "" : oneKindOfLineEnd(marked).strip();
        if (wanted.isEmpty()
                || words != null && wanted.equals(oneKindOfLineEnd(words).strip())) {
            return null;
        }
        if (words == null || !oneKindOfLineEnd(words).contains(wanted)) {
            throw new RuleRefused("needs.excerpt.not-theirs", "excerpt");
        }
        return wanted;
    }

    /** Browsers send line ends their own way. */
    private static String oneKindOfLineEnd(String text) {
        return text.replace("\r\n", "\n");
    }
}
