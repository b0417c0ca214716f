package org.attune.conversations;

import java.util.List;
import org.attune.people.ContactId;

/**
 * What is worth knowing before speaking with these people; no agenda.
 *
 * @param lastWords the last words of each, the latest first
 * @param neverHeard those of them nobody of us has heard yet
 * @param hunches the viewer's own
 * @param settled what we had in mind before, and what became of it; of hunches the viewer's own
 * @param learned what the last conversations taught about them, and the viewer about themselves
 */
public record Prepared(
        List<Heard> lastWords,
        List<ContactId> neverHeard,
        List<OpenThread> threads,
        List<Heard> personal,
        List<AssumptionView> assumptions,
        List<HunchView> hunches,
        List<SettledView> settled,
        List<ResearchNoteView> research,
        Learned learned) {}
