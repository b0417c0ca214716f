package org.attune.conversations;

import java.util.List;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * What is worth knowing before speaking with these people; no agenda.
 *
 * @param lastWords the last words of each, the latest first
 * @param neverHeard those of them nobody of us has heard yet
 * @param hunches the viewer's own
 * @param aboutMe what the viewer last learned about themselves with these people
 */
public record Prepared(
        List<Heard> lastWords,
        List<ContactId> neverHeard,
        List<OpenThread> threads,
        List<Heard> personal,
        List<AssumptionView> assumptions,
        List<HunchView> hunches,
        List<ResearchNoteView> research,
        @Nullable String aboutMe) {}
