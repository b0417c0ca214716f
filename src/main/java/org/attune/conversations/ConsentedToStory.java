package org.attune.conversations;

import org.springframework.stereotype.Component;

/** They agreed that others may hear how it worked for them. */
@Component
class ConsentedToStory extends Marked {

    ConsentedToStory() {
        super("consented_to_story");
    }
}
