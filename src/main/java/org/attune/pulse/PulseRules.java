package org.attune.pulse;

import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How rarely somebody is asked, for everybody here. It holds for whoever is asked from now on. */
@Component
@Transactional
public class PulseRules {

    public static final int LEAST = 4;
    public static final int MOST = 104;

    private final JdbcClient jdbc;

    PulseRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most once in so many weeks. */
    public record Rule(int weeks, int version) {}

    @Transactional(readOnly = true)
    public Rule current() {
        return jdbc.sql("select weeks, version from pulse_rule")
                .query((row, n) -> new Rule(row.getInt("weeks"), row.getInt("version")))
                .single();
    }

    int weeks() {
        return current().weeks();
    }

    /** @throws ChangedMeanwhile where the form is older than the rule */
    public void settle(int weeks, int version) {
        if (weeks < LEAST || weeks > MOST) {
            throw new RuleRefused("pulse.rule.weeks-out-of-range", "weeks", LEAST, MOST);
        }
        int changed = jdbc.sql("update pulse_rule set weeks = :weeks, version = version + 1 where version = :version")
                .param("weeks", weeks)
                .param("version", version)
                .update();
        if (changed == 0) {
            Rule now = current();
            if (now.weeks() != weeks) {
                throw new ChangedMeanwhile(String.valueOf(now.weeks()), String.valueOf(weeks), now.version());
            }
        }
    }
}
