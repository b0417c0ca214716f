package org.attune.needs;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They themselves told us a problem, whatever became of it. */
@Component
class ProblemStated implements EntryCheck {

    @Override
    public String key() {
        return "problem_stated";
    }

    @Override
    public String condition() {
        return """
                exists (select
                          from need_turn l join need n on n.id = l.need_id and n.kind = 'problem'
                         where l.speaker_id = contact.id and l.states)
                """;
    }

    @Override
    public String evidence() {
        return """
                select %s
                  from need_turn l join need n on n.id = l.need_id and n.kind = 'problem' join turn t on t.id = l.heard_id
                 where l.speaker_id = contact.id and l.states
                 order by t.said_at, t.seq limit 1
                """.formatted(FurthestNeed.SAID);
    }
}
