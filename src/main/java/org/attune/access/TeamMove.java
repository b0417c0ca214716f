package org.attune.access;

import java.util.List;

/**
 * What changes when somebody moves to another team.
 *
 * @param contacts how many move along
 * @param ledBefore who leads the old team, and will no longer see them
 * @param ledAfter who leads the new one, and will
 */
public record TeamMove(String from, String to, int contacts, List<String> ledBefore, List<String> ledAfter) {

    public TeamMove {
        ledBefore = List.copyOf(ledBefore);
        ledAfter = List.copyOf(ledAfter);
    }
}
