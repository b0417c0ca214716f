package org.attune.needs;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** Their need was played back, and they said yes, that is it. */
@Component
class NeedConfirmed implements EntryCheck {

    @Override
    public String key() {
        return "need_confirmed";
    }

    @Override
    public String condition() {
        return "exists (select from %s where %s)".formatted(FurthestNeed.OF_CONTACT, FurthestNeed.IS_CONFIRMED);
    }

    @Override
    public String evidence() {
        return """
                select %s
                  from %s
                  join need_confirmation c on c.need_id = n.id join turn t on t.id = c.answer_turn
                 order by c.noted_at desc, c.id desc limit 1
                """.formatted(FurthestNeed.SAID, FurthestNeed.OF_CONTACT);
    }
}
