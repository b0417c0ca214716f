package org.attune.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds whom an admin means to name, among everybody of the house and without reading everybody. */
@Component
@Transactional(readOnly = true)
public class WhoCouldAnswer {

    private static final String SOMEBODY = "select id, name, email, deactivated_at is null as there from app_user ";

    private final JdbcClient jdbc;

    WhoCouldAnswer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who are there, of these. */
    public List<CouldAnswer> of(Collection<UUID> users) {
        return jdbc.sql(SOMEBODY + "where id = any (:users::uuid[]) and deactivated_at is null order by name, id")
                .param("users", users.toArray(UUID[]::new))
                .query(WhoCouldAnswer::somebody)
                .list();
    }

    /** Those who are there and whose name has this in it, or whose address begins so. */
    public List<CouldAnswer> like(@Nullable String typed, int most) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        return jdbc.sql(SOMEBODY + """
                         where deactivated_at is null
                           and (strpos(folded(name), folded(:typed)) > 0 or starts_with(lower(email), lower(:typed)))
                         order by folded(name), id limit :most""")
                .param("typed", typed.strip())
                .param("most", most)
                .query(WhoCouldAnswer::somebody)
                .list();
    }

    /**
     * The one who is meant.
     *
     * @throws RuleRefused at this field where nobody is called so, nobody who is still there, or more than one
     */
    public CouldAnswer one(String typed, String field) {
        List<CouldAnswer> called = typed.contains("@") ? at(address(typed)) : called(typed.strip());
        List<CouldAnswer> there = called.stream().filter(CouldAnswer::there).toList();
        if (there.size() != 1) {
            String why = called.isEmpty() ? "nobody" : there.isEmpty() ? "gone" : "several";
            throw new RuleRefused("voice.answerers." + why, field, typed.strip());
        }
        return there.get(0);
    }

    /** An address may stand behind the name, as it is suggested. */
    private static String address(String typed) {
        String stripped = typed.strip();
        return stripped.substring(stripped.lastIndexOf(' ') + 1);
    }

    private List<CouldAnswer> at(String address) {
        return jdbc.sql(SOMEBODY + "where lower(email) = lower(:address)")
                .param("address", address)
                .query(WhoCouldAnswer::somebody)
                .list();
    }

    private List<CouldAnswer> called(String name) {
        return jdbc.sql(SOMEBODY + "where folded(name) = folded(:name) order by deactivated_at nulls first limit 2")
                .param("name", name)
                .query(WhoCouldAnswer::somebody)
                .list();
    }

    private static CouldAnswer somebody(ResultSet row, int n) throws SQLException {
        return new CouldAnswer(
                StatementRows.uuid(row, "id"), row.getString("name"), row.getString("email"), row.getBoolean("there"));
    }
}
