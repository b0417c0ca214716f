package org.attune.nurture;

import java.util.List;
import java.util.UUID;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.attune.platform.jobs.Rebuildable;
import org.attune.stages.StagesPublished;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps from which day on somebody should hear from us, in the transaction that changed something about them. It can be made anew
 * at any time.
 */
@Component
class DueKeeping implements Rebuildable {

    private static final int AT_ONCE = 500;

    private final DueRows rows;
    private final JdbcClient jdbc;

    DueKeeping(DueRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ContactChanged changed) {
        rows.reckon(changed.contacts().stream().map(ContactId::value).toList());
    }

    /** Only those for whom it changed where they stand: by another rhythm or hat of their stage, or because that was retired. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StagesPublished published) {
        List<UUID> concerned = jdbc.sql("""
                        select e.contact_id from contact_stage e
                         where e.stage_key in (
                                 select n.key from stage n
                                   left join stage p on p.key = n.key and p.version =
                                        (select max(d.version) from stage_definition d where d.version < :version)
                                  where n.version = :version
                                    and (n.hat, n.aside, n.ideal_days) is distinct from (p.hat, p.aside, p.ideal_days))
                            or e.move_id in (select m.id from stage_move m where m.version = :version and m.how = 'retired')
                         order by e.contact_id""")
                .param("version", published.version())
                .query(UUID.class)
                .list();
        for (int from = 0; from < concerned.size(); from += AT_ONCE) {
            rows.reckon(concerned.subList(from, Math.min(concerned.size(), from + AT_ONCE)));
        }
    }

    @Override
    public String rows() {
        return "nurture";
    }

    /** Whoever was merged away has none. */
    @Override
    public int rebuildAll() {
        jdbc.sql("delete from nurture_due x using contact c where c.id = x.contact_id and c.merged_into is not null")
                .update();
        int rebuilt = 0;
        List<UUID> step = after(new UUID(0, 0));
        while (!step.isEmpty()) {
            rows.reckon(step);
            rebuilt += step.size();
            step = after(step.get(step.size() - 1));
        }
        sayWhoseTheyAre();
        return rebuilt;
    }

    /** Triggers keep it; this puts right what was written past them. */
    private void sayWhoseTheyAre() {
        jdbc.sql("""
                        update nurture_due d set owner_id = s.owner_id, team_id = s.team_id, shelf = s.shelf
                          from (select c.id, c.owner_id, c.team_id,
                                       case when c.archived_at is null then 'listed' else 'archived' end as shelf
                                  from contact c where c.merged_into is null) s
                         where s.id = d.contact_id
                           and (d.owner_id, d.team_id, d.shelf) is distinct from (s.owner_id, s.team_id, s.shelf)""").update();
    }

    private List<UUID> after(UUID last) {
        return jdbc.sql("select id from contact where id > :last and merged_into is null order by id limit :most")
                .param("last", last)
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }
}
