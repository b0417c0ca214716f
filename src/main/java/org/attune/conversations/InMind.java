package org.attune.conversations;

import java.util.List;

/**
 * What we have in mind about people before we speak with them.
 *
 * @param assumptions anybody's that were not settled, or could not be tested, oldest first
 * @param hunches the viewer's own that are not settled, oldest first
 * @param settled what became of the others, the latest first
 */
public record InMind(List<AssumptionView> assumptions, List<HunchView> hunches, List<SettledView> settled) {

    static final InMind NOTHING = new InMind(List.of(), List.of(), List.of());
}
