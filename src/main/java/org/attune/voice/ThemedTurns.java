package org.attune.voice;

import java.util.List;
import java.util.UUID;
import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows themes are counted from. The database keeps them itself; here they are made anew, in small steps. */
@Component
class ThemedTurns implements Rebuildable {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;

    ThemedTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "themes";
    }

    @Override
    public int rebuildAll() {
        int all = 0;
        UUID last = new UUID(0, 0);
        List<UUID> step = after(last);
        while (!step.isEmpty()) {
            jdbc.sql("select themed_turns_anew(:turns::uuid[])")
                    .param("turns", step.toArray(UUID[]::new))
                    .query(row -> {});
            all += step.size();
            last = step.get(step.size() - 1);
            step = after(last);
        }
        return all;
    }

    private List<UUID> after(UUID last) {
        return jdbc.sql("select distinct turn_id from turn_theme where turn_id > :last order by turn_id limit :most")
                .param("last", last)
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }
}
