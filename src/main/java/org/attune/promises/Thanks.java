package org.attune.promises;

import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Thanking somebody for bringing us somebody: a promise like any other, and thanked once it is kept. */
@Component
@Transactional
public class Thanks {

    private final Promises promises;
    private final JdbcClient jdbc;

    Thanks(Promises promises, JdbcClient jdbc) {
        this.promises = promises;
        this.jdbc = jdbc;
    }

    /**
     * Promises to thank whoever introduced. Where that is promised or done, there is no second promise.
     *
     * @throws NotSeen where the promise is to somebody else, or the introduction was taken back
     */
    public void promise(Viewer viewer, UUID introduction, MakePromise promise) {
        ContactId introducer = jdbc.sql(
                        "select introducer_id from introduction where id = :id and withdrawn_at is null for update")
                .param("id", introduction)
                .query((row, n) -> new ContactId(row.getObject(1, UUID.class)))
                .optional()
                .filter(promise.contact()::equals)
                .orElseThrow(() -> new NotSeen("introduction " + introduction));
        UUID standing = standing(introduction);
        if (standing != null && !standing.equals(promise.id().value())) {
            promises.ofContact(viewer, introducer);
            return;
        }
        promises.make(viewer, promise);
        jdbc.sql("""
                        insert into introduction_thanks (promise_id, introduction_id) values (:promise, :introduction)
                        on conflict do nothing""")
                .param("promise", promise.id().value())
                .param("introduction", introduction)
                .update();
    }

    private @Nullable UUID standing(UUID introduction) {
        return jdbc.sql("select promise_id from thanks_for(:id)")
                .param("id", introduction)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }
}
