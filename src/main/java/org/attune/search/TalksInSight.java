package org.attune.search;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose conversations these are and when they took place, as the search reads them. Kept by triggers; here it is made from nothing. */
@Component
class TalksInSight implements Rebuildable {

    private final JdbcClient jdbc;

    TalksInSight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "talks";
    }

    @Override
    @Transactional
    public int rebuildAll() {
        return jdbc.sql("""
                        insert into contact_talk as k (conversation_id, contact_id, owner_id, team_id, happened_at)
                        select p.conversation_id, p.contact_id, c.owner_id, c.team_id, v.happened_at
                          from participant p join contact c on c.id = p.contact_id join conversation v on v.id = p.conversation_id
                         where v.happened_at is not null
                         order by p.conversation_id, p.contact_id
                        on conflict (conversation_id, contact_id) do update
                           set owner_id = excluded.owner_id, team_id = excluded.team_id, happened_at = excluded.happened_at
                         where (k.owner_id, k.team_id, k.happened_at)
                               is distinct from (excluded.owner_id, excluded.team_id, excluded.happened_at)""").update();
    }
}
