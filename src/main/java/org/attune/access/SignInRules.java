package org.attune.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.attune.platform.ChangedMeanwhile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an admin settles about signing in: who has to have a second factor. It holds from everybody's next click on. */
@Component
@Transactional
public class SignInRules {

    private final JdbcClient jdbc;

    SignInRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record View(Set<Role> secondFactorFor, int version) {}

    @Transactional(readOnly = true)
    public View current() {
        return jdbc.sql("select array_to_string(second_factor_for, ',') as roles, version from sign_in_rule")
                .query((row, n) -> new View(roles(row.getString("roles")), row.getInt("version")))
                .single();
    }

    private static Set<Role> roles(String words) {
        return Arrays.stream(words.split(","))
                .filter(word -> !word.isEmpty())
                .map(word -> Role.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws ChangedMeanwhile where another admin was quicker; what stands now is told by {@code kept} */
    public void requireSecondFactor(Set<Role> roles, int version) {
        List<String> words = roles.stream().map(UserRows::word).sorted().toList();
        int changed = jdbc.sql("""
                        update sign_in_rule set second_factor_for = string_to_array(:roles, ','), version = version + 1
                         where version = :version
                        """)
                .param("roles", String.join(",", words))
                .param("version", version)
                .update();
        if (changed == 0) {
            View now = current();
            throw new ChangedMeanwhile(
                    now.secondFactorFor().stream().map(UserRows::word).sorted().collect(Collectors.joining(", ")),
                    String.join(", ", words),
                    now.version());
        }
    }
}
