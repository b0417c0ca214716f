package org.attune.conversations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** Something about it, or in it. */
    void changed(ConversationId conversation) {
        tell(new ConversationChanged(Set.of(conversation)));
        changed(rows.participants(conversation));
    }

    void changed(List<ContactId> contacts) {
        if (!contacts.isEmpty()) {
            events.publishEvent(new ContactChanged(new HashSet<>(contacts)));
        }
    }

    /** One of them, or of us, said more that day: what follows from when and how often somebody spoke stays. */
    void saidMore(List<ContactId> contacts) {
        events.publishEvent(new ContactChanged(new HashSet<>(contacts), true));
    }

    void tell(Object event) {
        events.publishEvent(event);
    }
}
