package org.attune.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with mail, for whoever watches over Attune.
 *
 * @param configured whether a mail server is set; without one nothing is ever written
 * @param server name and port of the mail server, where there is one
 * @param from who the letters are from
 * @param lastSentAt when a letter was sent the last time
 * @param waiting how many wait to be sent
 * @param waitingSince since when the oldest of them does
 * @param failed how many were given up in the last 30 days
 * @param troubles the newest letters that met an obstacle in the last 30 days: given up, or still to be tried again
 */
public record MailStatus(
        boolean configured,
        @Nullable String server,
        @Nullable String from,
        @Nullable Instant lastSentAt,
        int waiting,
        @Nullable Instant waitingSince,
        int failed,
        List<LetterView> troubles) {

    public MailStatus {
        troubles = List.copyOf(troubles);
    }

    /** Whether somebody has to look after it. */
    public boolean isInTrouble() {
        return !troubles.isEmpty();
    }
}
