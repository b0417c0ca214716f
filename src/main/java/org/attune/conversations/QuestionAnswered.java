package org.attune.conversations;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They answered a question of ours. */
@Component
class QuestionAnswered implements EntryCheck {

    @Override
    public String key() {
        return "question_answered";
    }

    @Override
    public String condition() {
        return """
                exists (select from answer a join turn t on t.id = a.heard_id where t.speaker_id = contact.id)
                """;
    }

    @Override
    public String evidence() {
        return """
                select t.said_at as at, t.id as turn_id, t.seq as nth,
                       '/conversations/' || t.conversation_id || '#t' || t.seq as href,
                       null::text as about
                  from answer a join turn t on t.id = a.heard_id
                 where t.speaker_id = contact.id
                 order by t.said_at, t.seq limit 1
                """;
    }
}
