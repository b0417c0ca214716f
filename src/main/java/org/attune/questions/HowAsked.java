package org.attune.questions;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Counts how questions of the bank were asked. Whoever keeps what was asked answers. */
public interface HowAsked {

    /** By question; those that were never asked may be left out. */
    Map<UUID, Asked> of(Collection<UUID> questions);

    /** By wording of one question. */
    Map<Integer, Asked> wordings(UUID question);
}
