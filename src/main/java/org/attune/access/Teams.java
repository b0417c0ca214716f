package org.attune.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Teams and who leads them. A contact belongs to the team of its owner, so this decides what a manager sees. */
@Component
@Transactional
public class Teams {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Placed(TeamView team, NameKey key) {}

    /** All of them, by name; an organisation has tens, not thousands. */
    @Transactional(readOnly = true)
    public List<TeamView> all() {
        return placed(NameKey.START, Integer.MAX_VALUE).stream()
                .map(Placed::team)
                .toList();
    }

    /** By name, for the admin. The key is the one the page before ended with. */
    @Transactional(readOnly = true)
    public KeysetPage<TeamView> page(NameKey after) {
        KeysetPage<Placed> page =
                KeysetPage.of(placed(after, PAGE + 1), PAGE, last -> last.key().toString());
        return new KeysetPage<>(page.items().stream().map(Placed::team).toList(), page.next());
    }

    private List<Placed> placed(NameKey after, int most) {
        Map<UUID, List<Colleague>> leads = leads();
        return jdbc.sql("""
                        select t.id, t.name, t.version, folded(t.name) as folded,
                               (select count(*) from app_user u where u.team_id = t.id and u.deactivated_at is null) as people
                          from team t where (folded(t.name), t.id) > (:name, :id)
                         order by folded(t.name), t.id limit :most
                        """)
                .param("name", after.foldedName())
                .param("id", after.id())
                .param("most", most)
                .query((row, n) -> placed(row, leads))
                .list();
    }

    private static Placed placed(ResultSet row, Map<UUID, List<Colleague>> leads) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        TeamView team = new TeamView(
                new TeamId(id),
                row.getString("name"),
                leads.getOrDefault(id, List.of()),
                row.getInt("people"),
                row.getInt("version"));
        return new Placed(team, new NameKey(row.getString("folded"), id));
    }

    @Transactional(readOnly = true)
    public TeamView find(TeamId id) {
        return all().stream()
                .filter(team -> team.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotSeen("team " + id.value()));
    }

    /** Those this person leads, alone or with others. */
    @Transactional(readOnly = true)
    public List<TeamView> ledBy(UserId manager) {
        return all().stream()
                .filter(team -> team.leads().stream().anyMatch(lead -> lead.id().equals(manager)))
                .toList();
    }

    private Map<UUID, List<Colleague>> leads() {
        Map<UUID, List<Colleague>> leads = new HashMap<>();
        jdbc.sql("""
                        select l.team_id as leads, u.id, u.name, u.team_id, t.name as team,
                               u.deactivated_at is null as active
                          from team_lead l join app_user u on u.id = l.user_id left join team t on t.id = u.team_id
                         where u.role = 'manager'
                         order by folded(u.name), u.id
                        """).query(row -> {
            leads.computeIfAbsent(row.getObject("leads", UUID.class), team -> new ArrayList<>())
                    .add(UserRows.colleague(row, row.getRow()));
        });
        return leads;
    }

    /** Founds a team; the same one under the same id only once. */
    public TeamId found(TeamId id, String name) {
        int made;
        try {
            made = jdbc.sql("insert into team (id, name) values (:id, :name) on conflict (id) do nothing")
                    .param("id", id.value())
                    .param("name", name)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new RuleRefused("access.team.name-taken", "name");
        }
        if (made == 0) {
            sameAsBefore(id, name);
        }
        return id;
    }

    private void sameAsBefore(TeamId id, String name) {
        String before = jdbc.sql("select name from team where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        if (!before.equals(name)) {
            throw new ChangedMeanwhile(before, name);
        }
    }

    /**
     * Calls it something else; calling it that twice changes nothing.
     *
     * @param version the one the form was opened with
     * @throws ChangedMeanwhile where it was renamed since
     */
    public void rename(TeamId id, String name, int version) {
        TeamView now = find(id);
        if (now.name().equals(name)) {
            return;
        }
        try {
            int renamed = jdbc.sql(
                            "update team set name = :name, version = version + 1 where id = :id and version = :version")
                    .param("name", name)
                    .param("id", id.value())
                    .param("version", version)
                    .update();
            if (renamed == 0) {
                throw new ChangedMeanwhile(now.name(), name, now.version());
            }
        } catch (DuplicateKeyException taken) {
            throw new RuleRefused("access.team.name-taken", "name");
        }
    }

    /** From now on this manager sees what the team's people tend. */
    public void lead(TeamId team, UserId manager) {
        Optional<String> role = jdbc.sql("""
                        select u.role from app_user u, team t
                         where u.id = :manager and t.id = :team and u.deactivated_at is null
                        """)
                .param("manager", manager.value())
                .param("team", team.value())
                .query(String.class)
                .optional();
        if (!role.orElseThrow(() -> new NotSeen("team or user")).equals("manager")) {
            throw new RuleRefused("access.team.only-managers-lead", "manager");
        }
        jdbc.sql("insert into team_lead (team_id, user_id) values (:team, :manager) on conflict do nothing")
                .param("team", team.value())
                .param("manager", manager.value())
                .update();
    }

    public void leadNoLonger(TeamId team, UserId manager) {
        jdbc.sql("delete from team_lead where team_id = :team and user_id = :manager")
                .param("team", team.value())
                .param("manager", manager.value())
                .update();
    }

    /** Those who could lead a team. */
    @Transactional(readOnly = true)
    public List<Colleague> managers() {
        return jdbc.sql(UserRows.COLLEAGUE + """
                         where u.role = 'manager' and u.deactivated_at is null order by folded(u.name), u.id
                        """).query(UserRows::colleague).list();
    }
}
