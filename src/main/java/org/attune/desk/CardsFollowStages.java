package org.attune.desk;

import org.attune.stages.StagesPublished;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Other stages are in force: their order, their rhythm, and where the people of a retired one are now. */
@Component
class CardsFollowStages {

    private final JdbcClient jdbc;

    CardsFollowStages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the same transaction: a list never shows what is not so. Only rows that change are written. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StagesPublished published) {
        jdbc.sql("""
                        update contact_card k
                           set stage_key = n.stage_key, stage_position = n.position, listen_by = n.listen_by, updated_at = now()
                          from (select s.contact_id, s.stage_key, g.position,
                                       (c.last_two_way_at at time zone z.zone)::date + coalesce(p.ideal_days, g.ideal_days) as listen_by
                                  from contact_stage s
                                  join current_stage g on g.key = s.stage_key
                                  join contact p on p.id = s.contact_id
                                  join contact_card c on c.contact_id = s.contact_id
                                  cross join organisation z) n
                         where n.contact_id = k.contact_id
                           and (k.stage_key, k.stage_position, k.listen_by) is distinct from (n.stage_key, n.position, n.listen_by)
                        """).update();
    }
}
