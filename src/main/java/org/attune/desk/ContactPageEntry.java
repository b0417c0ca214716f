package org.attune.desk;

import java.time.Instant;
import java.util.UUID;
import org.attune.nurture.TouchView;
import org.attune.people.ContactView.IntroductionView;
import org.attune.stages.MoveView;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened between somebody and us: exactly one of the four is there.
 *
 * @param introducedThem the other one brought us this contact, not the other way round
 */
public record ContactPageEntry(
        UUID id,
        Instant at,
        @Nullable ContactPageTalk talk,
        @Nullable TouchView touch,
        @Nullable MoveView move,
        @Nullable IntroductionView introduction,
        boolean introducedThem) {}
