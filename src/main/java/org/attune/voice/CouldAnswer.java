package org.attune.voice;

import java.util.UUID;

/** Somebody of the house who could be named to answer, if they are still there. */
public record CouldAnswer(UUID user, String name, String email, boolean there) {

    /** As they are suggested, and found again when it is sent. */
    public String full() {
        return name + ", " + email;
    }
}
