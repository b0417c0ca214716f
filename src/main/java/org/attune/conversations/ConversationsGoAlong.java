package org.attune.conversations;

import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.attune.people.GoesAlong;
import org.attune.people.WaitingRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Conversations that are planned or not finished go along with whom they were begun with. What somebody wrote down as
 * private stays theirs: handed over, it would be read.
 */
@Component
class ConversationsGoAlong implements GoesAlong {

    private static final WaitingRows WAITING = new WaitingRows("conversation", "owner_id", "lead_id", """
            w.state in ('planned', 'open', 'resting')
              and (w.visibility <> 'private' or w.note is null and w.last_seq = 0)""");

    private final JdbcClient jdbc;

    ConversationsGoAlong(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public What what() {
        return What.TALKS;
    }

    @Override
    public int waiting(UserId from, @Nullable ContactId only) {
        return WAITING.count(jdbc, from, only);
    }

    @Override
    public int follow(UserId from, UserId otherwise, @Nullable ContactId only) {
        return WAITING.follow(jdbc, from, otherwise, only);
    }
}
