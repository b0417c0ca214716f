package org.attune.offers;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They decided no, and have not taken it back. A clear no is an answer. */
@Component
class DecisionNo implements EntryCheck {

    @Override
    public String key() {
        return "decision_no";
    }

    @Override
    public String condition() {
        return """
                exists (select
                          from offer o
                         where o.contact_id = contact.id
                           and (select d.kind from decision d where d.offer_id = o.id order by d.noted_at desc, d.id desc limit 1) = 'no')
                """;
    }

    @Override
    public String evidence() {
        return """
                select (d.on_day + time '12:00') at time zone 'UTC' as at, null::uuid as turn_id, null::int as nth,
                       '/offers/' || o.id as href, o.title as about
                  from offer o
                  join lateral (select * from decision d where d.offer_id = o.id order by d.noted_at desc, d.id desc limit 1) d on d.kind = 'no'
                 where o.contact_id = contact.id
                 order by d.on_day, d.id limit 1
                """;
    }
}
