package org.attune.offers;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They bought from us before Attune. */
@Component
class PastPurchase implements EntryCheck {

    @Override
    public String key() {
        return "past_purchase";
    }

    @Override
    public String condition() {
        return """
                exists (select from past_purchase b where b.contact_id = contact.id)
                """;
    }

    @Override
    public String evidence() {
        return """
                select (b.on_day + time '12:00') at time zone 'UTC' as at, null::uuid as turn_id, null::int as nth, null::text as href, b.title as about
                  from past_purchase b
                 where b.contact_id = contact.id
                 order by b.on_day, b.id limit 1
                """;
    }
}
