package org.attune.conversations;

import java.util.Objects;
import java.util.UUID;
import org.attune.platform.jobs.Rebuildable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each conversation comes to for each who took part, and what of their words is marked (decision 0050). Triggers keep both; here they are
 * made anew, in small steps of their own.
 */
@Component
class ConversationSums implements Rebuildable {

    private static final int AT_ONCE = 5000;

    private final JdbcClient jdbc;

    ConversationSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Step(@Nullable UUID last, int many) {}

    @Override
    public String rows() {
        return "sums";
    }

    @Override
    public int rebuildAll() {
        int all = 0;
        Step step = after(new UUID(0, 0));
        while (step.many() > 0) {
            all += step.many();
            step = after(Objects.requireNonNull(step.last()));
        }
        return all;
    }

    private Step after(UUID id) {
        return jdbc.sql("select last, many from rebuild_conversation_sums(:after, :most)")
                .param("after", id)
                .param("most", AT_ONCE)
                .query((row, n) -> new Step(row.getObject("last", UUID.class), row.getInt("many")))
                .single();
    }
}
