package org.attune.needs;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They answered what the problem costs them. */
@Component
class CostAnswered implements EntryCheck {

    @Override
    public String key() {
        return "cost_answered";
    }

    @Override
    public String condition() {
        return "exists (select from %s where %s)".formatted(FurthestNeed.OF_CONTACT, FurthestNeed.HAS_COST);
    }

    @Override
    public String evidence() {
        return """
                select %s
                  from %s
                  join need_cost c on c.need_id = n.id and c.kind <> 'our_estimate' join turn t on t.id = c.turn_id
                 order by c.noted_at desc, c.id desc limit 1
                """.formatted(FurthestNeed.SAID, FurthestNeed.OF_CONTACT);
    }
}
