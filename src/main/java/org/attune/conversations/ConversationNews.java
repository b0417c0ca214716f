package org.attune.conversations;

import java.util.HashSet;
import java.util.List;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells others what happened, with ids and facts and never with words somebody said. */
@Component
class ConversationNews {

    private final ConversationRows rows;
    private final ApplicationEventPublisher events;

    ConversationNews(ConversationRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    void changed(ConversationId conversation) {
        changed(rows.participants(conversation));
    }

    void changed(List<ContactId> contacts) {
        if (!contacts.isEmpty()) {
            events.publishEvent(new ContactChanged(new HashSet<>(contacts)));
        }
    }

    void tell(Object event) {
        events.publishEvent(event);
    }
}
