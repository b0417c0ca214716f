package org.attune.conversations;

import org.attune.people.WaitingRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Conversations that are planned or not finished go along with whom they were begun with. What somebody wrote down as
 * private stays theirs: handed over, it would be read.
 */
@Component
class ConversationsGoAlong extends WaitingRows {

    ConversationsGoAlong(JdbcClient jdbc) {
        super(jdbc, What.TALKS, new Rows("conversation", "owner_id", "lead_id", """
                w.state in ('planned', 'open', 'resting')
                  and (w.visibility <> 'private' or w.note is null and w.last_seq = 0)"""));
    }
}
