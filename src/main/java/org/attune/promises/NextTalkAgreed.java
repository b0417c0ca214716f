package org.attune.promises;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** We agreed to speak again: a conversation is planned, or a next step is promised. */
@Component
class NextTalkAgreed implements EntryCheck {

    @Override
    public String key() {
        return "next_talk_agreed";
    }

    @Override
    public String condition() {
        return """
                exists (select
                          from conversation_sum v
                         where v.contact_id = contact.id and v.state = 'planned' and v.at >= current_date)
                or exists (select from promise s where s.contact_id = contact.id and s.next_step and s.state = 'open')
                """;
    }

    @Override
    public String evidence() {
        return """
                (select v.planned_for as at, null::uuid as turn_id, null::int as nth,
                        case when exists (select from seen_conversation(:viewer) s where s.id = v.conversation_id)
                             then '/conversations/' || v.conversation_id end as href,
                        null::text as about
                   from conversation_sum v
                  where v.contact_id = contact.id and v.state = 'planned' and v.at >= current_date
                  order by v.at limit 1)
                union all
                (select s.made_at, s.turn_id, null::int, '/contacts/' || s.contact_id || '/promises#promise-' || s.id, s.words
                   from promise s
                  where s.contact_id = contact.id and s.next_step and s.state = 'open'
                  order by s.due, s.id limit 1)
                """;
    }
}
