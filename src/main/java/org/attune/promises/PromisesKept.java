package org.attune.promises;

import java.util.Set;
import org.attune.stages.EntryCheck;
import org.springframework.stereotype.Component;

/** They did what they had undertaken to do, so many times. */
@Component
class PromisesKept implements EntryCheck {

    @Override
    public String key() {
        return "promises_kept";
    }

    @Override
    public Set<Parameter> parameters() {
        return Set.of(Parameter.N);
    }

    @Override
    public String condition() {
        return """
                (select count(*)
                   from (select from promise s
                          where s.contact_id = contact.id and s.side = 'them' and s.state = 'kept' limit %s) kept) >= %s
                """.formatted(N, N);
    }

    @Override
    public String evidence() {
        return """
                select coalesce(k.noted_at, s.made_at) as at, s.turn_id, null::int as nth,
                       '/contacts/' || s.contact_id || '/promises#promise-' || s.id as href, s.words as about
                  from promise s
                  left join lateral (
                    select o.noted_at from promise_outcome o
                     where o.promise_id = s.id and o.kind = 'kept' order by o.noted_at desc, o.id desc limit 1) k on true
                 where s.contact_id = contact.id and s.side = 'them' and s.state = 'kept'
                 order by s.due, s.id limit %s
                """.formatted(N);
    }
}
