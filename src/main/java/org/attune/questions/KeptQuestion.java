package org.attune.questions;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * A question of the bank as the admin sees it.
 *
 * @param retiredAt none while it is asked
 * @param asked how often, in all its wordings
 * @param remarks what may keep it from opening somebody up; advice, nothing more
 */
public record KeptQuestion(
        UUID id,
        QuestionPlace place,
        Language language,
        String words,
        int number,
        int version,
        @Nullable Instant retiredAt,
        Asked asked,
        Set<Remark> remarks) {

    public boolean isRetired() {
        return retiredAt != null;
    }
}
