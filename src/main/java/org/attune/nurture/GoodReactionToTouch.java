package org.attune.nurture;

import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** Something we sent or did was welcome. */
@Component
class GoodReactionToTouch implements EntryCheck {

    @Override
    public String key() {
        return "good_reaction_to_touch";
    }

    @Override
    public String condition() {
        return """
                exists (select from touch h where h.contact_id = contact.id and h.reaction = 'good')
                """;
    }

    @Override
    public String evidence() {
        return """
                select h.happened_at as at, null::uuid as turn_id, null::int as nth,
                       '/contacts/' || h.contact_id || '/touches#touch-' || h.id as href, null::text as about
                  from touch h
                 where h.contact_id = contact.id and h.reaction = 'good'
                 order by h.happened_at, h.id limit 1
                """;
    }
}
