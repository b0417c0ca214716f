package org.attune.conversations;

import java.util.Set;
import org.attune.stages.EntryCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** They were heard on so many different days, of the organisation’s calendar. */
@Component
class HeardOnDays implements EntryCheck {

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
                (select count(*)
                   from (select distinct (t.said_at at time zone (select o.zone from organisation o))::date
                           from turn t where t.speaker_id = contact.id and t.kind = 'heard' and t.said_at >= %s limit %s) days) >= %s
                """.formatted(SINCE, N, N);
    }

    @Override
    public String evidence() {
        return """
                select t.said_at as at, t.id as turn_id, t.seq as nth,
                       case when exists (select from seen_turn(:viewer) s where s.id = t.id)
                            then '/conversations/' || t.conversation_id || '#t' || t.seq end as href,
                       null::text as about
                  from (select distinct on ((e.said_at at time zone (select o.zone from organisation o))::date) e.*
                          from turn e where e.speaker_id = contact.id and e.kind = 'heard' and e.said_at >= %s
                         order by (e.said_at at time zone (select o.zone from organisation o))::date, e.said_at) t
                 order by t.said_at limit %s
                """.formatted(SINCE, N);
    }
}
