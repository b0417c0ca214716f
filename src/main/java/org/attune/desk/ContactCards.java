package org.attune.desk;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.attune.platform.jobs.InSteps;
import org.attune.platform.jobs.Rebuildable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps one row per contact ready for lists, so that they cost the same after ten conversations and after ten thousand.
 * It is written in the transaction that changed something, and can be rebuilt from what it is derived from at any time.
 */
@Component
public class ContactCards implements Rebuildable {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;

    ContactCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the same transaction: a list never shows what is not so. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ContactChanged changed) {
        rebuild(changed.contacts());
    }

    @Transactional
    public void rebuild(Collection<ContactId> contacts) {
        rebuildRows(contacts.stream().map(ContactId::value).sorted().toList());
    }

    @Override
    public String rows() {
        return "cards";
    }

    /** All of them, in small steps of their own, so that nobody waits for long; harmless to repeat. */
    @Override
    public int rebuildAll() {
        return InSteps.together(this::after, step -> {
            rebuildRows(step);
            return step.size();
        });
    }

    private List<UUID> after(UUID last) {
        return jdbc.sql("select id from contact where id > :last and merged_into is null order by id limit :most")
                .param("last", last)
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private void rebuildRows(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("select keep_contact_cards(:people)")
                .param("people", ids.toArray(UUID[]::new))
                .query()
                .singleRow();
    }
}
