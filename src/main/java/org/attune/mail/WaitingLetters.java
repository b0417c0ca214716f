package org.attune.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A box of letters that wait for the postman. */
public interface WaitingLetters {

    /**
     * What became of one that was due.
     *
     * @param handed what the mail server said; taken where it had not to be brought any more
     */
    record Carried(UUID letter, Handed handed) {}

    /** Hands over the next one that is due and nobody is at; nothing where there is none. */
    Optional<Carried> carryNext(Instant now);

    /** After a start with other settings nobody wants to wait for the next attempt. */
    void bringForward(Instant now);
}
