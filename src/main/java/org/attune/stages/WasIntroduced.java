package org.attune.stages;

import org.springframework.stereotype.Component;

/** Somebody brought them to us. Introductions are people’s facts, but people may not know of stages. */
@Component
class WasIntroduced implements EntryCheck {

    @Override
    public String key() {
        return "was_introduced";
    }

    @Override
    public String condition() {
        return """
                exists (select from introduction i where i.introduced_id = contact.id and i.withdrawn_at is null)
                """;
    }

    @Override
    public String evidence() {
        return """
                select (i.on_day + time '12:00') at time zone 'UTC' as at, null::uuid as turn_id, null::int as nth,
                       case when o.id is not null then '/contacts/' || o.id end as href,
                       o.name as about
                  from introduction i left join seen_contact(:viewer) o on o.id = i.introducer_id
                 where i.introduced_id = contact.id and i.withdrawn_at is null
                 order by i.on_day, i.id limit 1
                """;
    }
}
