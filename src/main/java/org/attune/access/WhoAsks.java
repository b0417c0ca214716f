package org.attune.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whoever sent a request, for what prepares arguments of handlers. Handlers themselves just take a {@link Viewer}. */
public interface WhoAsks {

    /** Nobody as long as they have not proved all that is asked of them. */
    Optional<SignedIn> of(HttpServletRequest request);
}
