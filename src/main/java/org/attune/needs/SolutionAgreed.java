package org.attune.needs;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They agreed to what would help. */
@Component
class SolutionAgreed implements EntryCheck {

    @Override
    public String key() {
        return "solution_agreed";
    }

    @Override
    public String condition() {
        return "exists (select from %s where %s)".formatted(FurthestNeed.OF_CONTACT, FurthestNeed.HAS_SOLUTION);
    }

    @Override
    public String evidence() {
        return """
                select %s
                  from %s
                  join solution c on c.need_id = n.id join turn t on t.id = c.agreed_turn
                 order by c.noted_at desc, c.id desc limit 1
                """.formatted(FurthestNeed.SAID, FurthestNeed.OF_CONTACT);
    }
}
