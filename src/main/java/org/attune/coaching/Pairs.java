package org.attune.coaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the pages somebody has a part in. To everybody else they do not exist. */
@Component
class Pairs {

    /** Those in force, and of those that are over the viewer's own, where something was written. */
    private static final String ALL = """
            select p.id as person_id, p.name as person_name, m.id as manager_id, m.name as manager_name, f.manager_id is not null as in_force
              from (select person_id, manager_id from one_to_one(:viewer)
                    union select person_id, manager_id from one_to_one_note where person_id = :viewer
                    union select person_id, manager_id from one_to_one_step where person_id = :viewer) x
              join app_user p on p.id = x.person_id join app_user m on m.id = x.manager_id
              left join one_to_one(:viewer) f on f.person_id = x.person_id and f.manager_id = x.manager_id
             where :person::uuid is null or x.person_id = :person
             order by in_force desc, folded(p.name), folded(m.name), p.id, m.id""";

    private final JdbcClient jdbc;

    Pairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param person of whom; none for everybody the viewer has a page with */
    List<Pair> of(Viewer viewer, @Nullable UserId person) {
        return jdbc.sql(ALL)
                .param("viewer", viewer.uuid())
                .param("person", person == null ? null : person.value())
                .query(Pairs::pair)
                .list();
    }

    /** @throws NotSeen where the viewer is neither of the two, or they have nothing to do with each other */
    Pair find(Viewer viewer, UserId person, @Nullable UserId manager) {
        return of(viewer, person).stream()
                .filter(pair -> manager == null || pair.manager().equals(manager))
                .filter(pair -> pair.isLedBy(viewer) || pair.person().equals(viewer.id()))
                .findFirst()
                .orElseThrow(() -> new NotSeen("one-to-one with " + person.value()));
    }

    /** @throws RuleRefused where it is over */
    Pair findInForce(Viewer viewer, UserId person, @Nullable UserId manager) {
        Pair pair = find(viewer, person, manager);
        if (!pair.inForce()) {
            throw new RuleRefused("coaching.over", null, pair.managerName());
        }
        return pair;
    }

    private static Pair pair(ResultSet row, int n) throws SQLException {
        return new Pair(
                user(row, "person_id"),
                row.getString("person_name"),
                user(row, "manager_id"),
                row.getString("manager_name"),
                row.getBoolean("in_force"));
    }

    static UserId user(ResultSet row, String column) throws SQLException {
        return new UserId(Objects.requireNonNull(row.getObject(column, UUID.class)));
    }
}
