package org.attune.conversations;

import java.util.Set;
import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They came to us: a conversation they started, in which they were heard. */
@Component
class StartedConversation implements EntryCheck {

    @Override
    public String key() {
        return "started_conversation";
    }

    @Override
    public Set<Parameter> parameters() {
        return Set.of(Parameter.DAYS_IF_ANY);
    }

    @Override
    public String condition() {
        return """
                exists (select
                          from conversation_sum v
                         where v.contact_id = contact.id and v.started_by = 'they' and v.own_turns > 0 and v.own_at >= %s)
                """.formatted(SINCE);
    }

    @Override
    public String evidence() {
        return """
                select t.said_at as at, t.id as turn_id, t.seq as nth,
                       '/conversations/' || t.conversation_id || '#t' || t.seq as href,
                       null::text as about
                  from turn t join conversation v on v.id = t.conversation_id and v.started_by = 'they'
                 where t.speaker_id = contact.id and t.kind = 'heard' and t.said_at >= %s
                 order by t.said_at, t.seq limit 1
                """.formatted(SINCE);
    }
}
