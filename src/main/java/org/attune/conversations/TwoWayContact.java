package org.attune.conversations;

import java.util.Set;
import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They were heard not long ago. */
@Component
class TwoWayContact implements EntryCheck {

    @Override
    public String key() {
        return "two_way_contact";
    }

    @Override
    public Set<Parameter> parameters() {
        return Set.of(Parameter.DAYS);
    }

    @Override
    public String condition() {
        return """
                exists (select from turn t where t.speaker_id = contact.id and t.kind = 'heard' and t.said_at >= %s)
                """.formatted(SINCE);
    }

    @Override
    public String evidence() {
        return """
                select t.said_at as at, t.id as turn_id, t.seq as nth,
                       '/conversations/' || t.conversation_id || '#t' || t.seq as href,
                       null::text as about
                  from turn t
                 where t.speaker_id = contact.id and t.kind = 'heard' and t.said_at >= %s
                 order by t.said_at desc, t.seq desc limit 1
                """.formatted(SINCE);
    }
}
