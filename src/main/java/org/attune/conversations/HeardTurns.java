package org.attune.conversations;

import java.util.Set;
import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They said something to us, so many times. */
@Component
class HeardTurns implements EntryCheck {

    @Override
    public String key() {
        return "heard_turns";
    }

    @Override
    public Set<Parameter> parameters() {
        return Set.of(Parameter.N, Parameter.DAYS_IF_ANY);
    }

    @Override
    public String condition() {
        return """
                (select count(*)
                   from (select from turn t where t.speaker_id = contact.id and t.kind = 'heard' and t.said_at >= %s limit %s) heard) >= %s
                """.formatted(SINCE, N, N);
    }

    @Override
    public String evidence() {
        return """
                select t.said_at as at, t.id as turn_id, t.seq as nth,
                       '/conversations/' || t.conversation_id || '#t' || t.seq as href,
                       null::text as about
                  from turn t
                 where t.speaker_id = contact.id and t.kind = 'heard' and t.said_at >= %s
                 order by t.said_at, t.seq limit %s
                """.formatted(SINCE, N);
    }
}
