package org.attune.conversations;

import org.springframework.stereotype.Component;

/** They asked for an offer. */
@Component
class AskedForOffer extends Marked {

    AskedForOffer() {
        super("asked_for_offer");
    }
}
