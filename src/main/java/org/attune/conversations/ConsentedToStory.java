package org.attune.conversations;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They agreed that others may hear how it worked for them. */
@Component
class ConsentedToStory implements EntryCheck {

    @Override
    public String key() {
        return "consented_to_story";
    }

    @Override
    public String condition() {
        return """
                exists (select
                          from turn_mark m join turn t on t.id = m.turn_id
                         where m.kind = 'consented_to_story' and t.speaker_id = contact.id)
                """;
    }

    @Override
    public String evidence() {
        return """
                select t.said_at as at, t.id as turn_id, t.seq as nth,
                       case when exists (select from seen_turn(:viewer) s where s.id = t.id)
                            then '/conversations/' || t.conversation_id || '#t' || t.seq end as href,
                       null::text as about
                  from turn_mark m join turn t on t.id = m.turn_id
                 where m.kind = 'consented_to_story' and t.speaker_id = contact.id
                 order by t.said_at desc, t.seq desc limit 1
                """;
    }
}
