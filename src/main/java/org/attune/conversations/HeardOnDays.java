package org.attune.conversations;

import java.util.Set;
import org.attune.stages.EntryCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** They were heard on so many different days, of the organisation’s calendar. */
@Component
class HeardOnDays implements EntryCheck {

    /** The first turn of each day, found from one day to the next: nothing walks through what else was said. */
    private static final String DAYS = """
            with recursive days (id, said_at) as (
              (select e.id, e.said_at from turn e
                where e.speaker_id = contact.id and e.kind = 'heard' and e.said_at >= %s order by e.said_at limit 1)
              union all
              select n.id, n.said_at from days
               cross join lateral (
                 select e.id, e.said_at from turn e
                  where e.speaker_id = contact.id and e.kind = 'heard'
                    and e.said_at >= ((days.said_at at time zone (select o.zone from organisation o))::date + 1)::timestamp
                                       at time zone (select o.zone from organisation o)
                  order by e.said_at limit 1) n)
            select * from days""".formatted(SINCE);

    @Override
    public String key() {
        return "heard_on_days";
    }

    @Override
    public Set<Parameter> parameters() {
        return Set.of(Parameter.N, Parameter.DAYS_IF_ANY);
    }

    /** Nobody is heard on more days than there are. */
    @Override
    public boolean canHold(@Nullable Integer n, @Nullable Integer days) {
        return n == null || days == null || n <= days;
    }

    @Override
    public String condition() {
        return """
                (select count(*) from (%s limit %s) days) >= %s
                """.formatted(DAYS, N, N);
    }

    @Override
    public String evidence() {
        return """
                select t.said_at as at, t.id as turn_id, t.seq as nth,
                       '/conversations/' || t.conversation_id || '#t' || t.seq as href,
                       null::text as about
                  from (%s limit %s) days join turn t on t.id = days.id
                 order by t.said_at limit %s
                """.formatted(DAYS, N, N);
    }
}
