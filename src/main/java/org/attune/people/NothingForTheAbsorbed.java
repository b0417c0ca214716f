package org.attune.people;

import org.attune.platform.NotSeen;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever writes something about a contact that is being merged waits for the merge, by its foreign key, and would then
 * leave it with the absorbed one, where nobody looks. Everything that is written is announced before it is committed, so
 * that it can be turned away here.
 */
@Component
class NothingForTheAbsorbed {

    private final JdbcClient jdbc;

    NothingForTheAbsorbed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ContactChanged changed) {
        if (changed.contacts().isEmpty()) {
            return;
        }
        boolean absorbed = jdbc.sql(
                        "select exists (select from contact where id in (:ids) and merged_into is not null)")
                .param("ids", changed.contacts().stream().map(ContactId::value).toList())
                .query(Boolean.class)
                .single();
        if (absorbed) {
            throw new NotSeen("contact");
        }
    }
}
