package org.attune.needs;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They themselves told us a problem, whatever became of it. */
@Component
class ProblemStated implements EntryCheck {

    /** By their needs: the index of what was heard begins with the need, and would be read from end to end for a speaker. */
    private static final String STATED = """
            need_person p
              join need n on n.id = p.need_id and n.kind = 'problem'
              join need_turn l on l.need_id = p.need_id and l.speaker_id = p.contact_id and l.states
              join turn t on t.id = l.heard_id
             where p.contact_id = contact.id""";

    @Override
    public String key() {
        return "problem_stated";
    }

    @Override
    public String condition() {
        return """
                exists (select
                          from %s)
                """.formatted(STATED);
    }

    @Override
    public String evidence() {
        return """
                select %s
                  from %s
                 order by t.said_at, t.seq limit 1
                """.formatted(FurthestNeed.SAID, STATED);
    }
}
