package org.attune.needs;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** A need of theirs is on the table: somebody said it, to us. */
@Component
class NeedHeard implements EntryCheck {

    @Override
    public String key() {
        return "need_heard";
    }

    @Override
    public String condition() {
        return """
                exists (select from %s join need_turn l on l.need_id = n.id and l.states)
                """.formatted(FurthestNeed.OF_CONTACT);
    }

    @Override
    public String evidence() {
        return """
                select %s
                  from %s
                  join need_turn l on l.need_id = n.id and l.states join turn t on t.id = l.heard_id
                 order by t.said_at, t.seq limit 1
                """.formatted(FurthestNeed.SAID, FurthestNeed.OF_CONTACT);
    }
}
