package org.attune.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How users stand in the database. */
final class UserRows {

    static final String ACTIVE = """
            select u.id, u.name, u.email, u.role, u.sells, u.hat, u.zone, u.locale, u.theme, u.single_keys, u.version,
                   t.name as team,
                   case when f.confirmed_at is not null then 'on' when u.role = any (r.second_factor_for) then 'missing'
                        else 'none' end as second_factor
              from app_user u left join team t on t.id = u.team_id left join second_factor f on f.user_id = u.id
                   cross join sign_in_rule r
             where u.deactivated_at is null
            """;

    static final String SIGNED_IN = ACTIVE + " and u.id = :id";

    static final String COLLEAGUE = """
            select u.id, u.name, u.team_id, t.name as team, u.deactivated_at is null as active
              from app_user u left join team t on t.id = u.team_id
            """;

    static final String PERSON = """
            select u.id, u.email, u.name, u.role, u.sells, u.team_id, t.name as team, u.deactivated_at is null as active,
                   i.user_id is not null as invited, u.last_sign_in_at, u.last_sign_in_by, u.last_sign_in_second,
                   f.confirmed_at is not null as second_factor,
                   exists (select from single_sign_on_link l where l.user_id = u.id) as linked, u.version
              from app_user u left join team t on t.id = u.team_id left join invitation i on i.user_id = u.id
                   left join second_factor f on f.user_id = u.id
            """;

    private UserRows() {}

    static SignedIn signedIn(ResultSet row, int n) throws SQLException {
        Viewer viewer = new Viewer(
                userId(row),
                row.getString("name"),
                role(row),
                row.getBoolean("sells"),
                Hat.valueOf(upper(row.getString("hat"))),
                ZoneId.of(row.getString("zone")),
                Locale.forLanguageTag(row.getString("locale")));
        return new SignedIn(
                viewer,
                row.getString("email"),
                row.getString("team"),
                Theme.valueOf(upper(row.getString("theme"))),
                row.getBoolean("single_keys"),
                SecondFactor.valueOf(upper(row.getString("second_factor"))),
                row.getInt("version"));
    }

    static Colleague colleague(ResultSet row, int n) throws SQLException {
        return new Colleague(
                userId(row), row.getString("name"), teamId(row), row.getString("team"), row.getBoolean("active"));
    }

    static PersonView person(ResultSet row, int n) throws SQLException {
        Timestamp last = row.getTimestamp("last_sign_in_at");
        String by = row.getString("last_sign_in_by");
        String second = row.getString("last_sign_in_second");
        return new PersonView(
                userId(row),
                row.getString("email"),
                row.getString("name"),
                role(row),
                row.getBoolean("sells"),
                teamId(row),
                row.getString("team"),
                row.getBoolean("active"),
                row.getBoolean("invited"),
                last == null ? null : last.toInstant(),
                by == null ? null : SignInBy.valueOf(upper(by)),
                second == null ? null : SecondProof.valueOf(upper(second)),
                row.getBoolean("second_factor"),
                row.getBoolean("linked"),
                row.getInt("version"));
    }

    static int insert(JdbcClient jdbc, NewUser newcomer) {
        return jdbc.sql("""
                        insert into app_user (id, email, name, role, sells, team_id, zone, locale)
                        values (:id, :email, :name, :role, :sells, :team, :zone, :locale)
                        on conflict (id) do nothing
                        """)
                .param("id", newcomer.id().value())
                .param("email", newcomer.email())
                .param("name", newcomer.name())
                .param("role", word(newcomer.role()))
                .param("sells", newcomer.sells())
                .param("team", uuid(newcomer.team()))
                .param("zone", newcomer.zone().getId())
                .param("locale", newcomer.locale().toLanguageTag())
                .update();
    }

    static int update(JdbcClient jdbc, ChangePerson change) {
        return jdbc.sql("""
                        update app_user
                           set email = :email, name = :name, role = :role, sells = :sells,
                               team_id = coalesce(:team::uuid, team_id), version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", change.id().value())
                .param("email", change.email())
                .param("name", change.name())
                .param("role", word(change.role()))
                .param("sells", change.sells())
                .param("team", uuid(change.team()))
                .param("version", change.version())
                .update();
    }

    static int update(JdbcClient jdbc, UserId self, ChangePreferences change) {
        return jdbc.sql("""
                        update app_user
                           set name = :name, zone = :zone, locale = :locale, theme = :theme, single_keys = :keys,
                               version = version + 1
                         where id = :id and version = :version
                        """)
                .param("id", self.value())
                .param("name", change.name())
                .param("zone", change.zone().getId())
                .param("locale", change.locale().toLanguageTag())
                .param("theme", word(change.theme()))
                .param("keys", change.singleKeys())
                .param("version", change.version())
                .update();
    }

    /** How the database writes a closed set. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static Role role(ResultSet row) throws SQLException {
        return Role.valueOf(upper(row.getString("role")));
    }

    private static UserId userId(ResultSet row) throws SQLException {
        return new UserId(Objects.requireNonNull(row.getObject("id", UUID.class)));
    }

    private static @Nullable TeamId teamId(ResultSet row) throws SQLException {
        UUID id = row.getObject("team_id", UUID.class);
        return id == null ? null : new TeamId(id);
    }

    private static @Nullable UUID uuid(@Nullable TeamId team) {
        return team == null ? null : team.value();
    }
}
