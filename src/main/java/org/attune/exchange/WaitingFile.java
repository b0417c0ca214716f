package org.attune.exchange;

import java.time.Instant;
import java.util.UUID;

/** A file that was handed over and waits to be looked at. */
public record WaitingFile(UUID id, String kind, String name, Instant since) {

    public String href() {
        return "/import/" + kind + "/" + id;
    }
}
