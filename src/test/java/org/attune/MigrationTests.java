package org.attune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTests {

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
    }

    @Test
    void everyMigrationRanAndEverythingBelongsToTheOwner() throws SQLException {
        assertThat(ask("select script from flyway_schema_history where not success"))
                .isEmpty();
        assertThat(ask("select count(*) from flyway_schema_history where success"))
                .isNotEqualTo(List.of("0"));
        assertThat(ask("""
                select c.relname from pg_class c
                 where c.relnamespace = 'public'::regnamespace and pg_get_userbyid(c.relowner) <> current_user
                """)).isEmpty();
    }

    @Test
    void everyForeignKeyHasAnIndexThatBeginsWithOneOfItsColumns() throws SQLException {
        assertThat(ask("""
                select f.conrelid::regclass || ' ' || pg_get_constraintdef(f.oid)
                  from pg_constraint f
                 where f.contype = 'f' and f.connamespace = 'public'::regnamespace
                   and not exists (
                     select from pg_index i
                      where i.indrelid = f.conrelid
                        and i.indkey[0] = any (f.conkey)
                        and (i.indpred is null
                          or pg_get_expr(i.indpred, i.indrelid)
                             = any (select '(' || a.attname || ' IS NOT NULL)' from pg_attribute a
                                     where a.attrelid = f.conrelid and a.attnum = any (f.conkey))))
                 order by 1
                """)).isEmpty();
    }

    /** Otherwise PostgreSQL plans all they do anew for every handful of keys: see decision 58. */
    @Test
    void everyKeeperOfDerivedRowsKeepsItsPlans() throws SQLException {
        String keepers = """
                select p.oid::regprocedure::text from pg_proc p join pg_language l on l.oid = p.prolang
                 where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql')
                   and pg_get_function_identity_arguments(p.oid) like '%[]%'
                   and p.proconfig::text like '%search_path%' and p.proname not like 'erase_of_%'
                """;
        assertThat(ask(keepers)).hasSizeGreaterThan(10);
        assertThat(ask(keepers + " and p.proconfig::text not like '%plan_cache_mode=force_generic_plan%'"))
                .isEmpty();
    }

    @Test
    void theApplicationRoleIsNobodySpecial() throws SQLException {
        assertThat(ask("""
                select r.rolname from pg_roles r
                 where r.rolname = 'attune_app'
                   and (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls or r.rolreplication
                     or exists (select from pg_auth_members m where m.member = r.oid)
                     or exists (select from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o'))
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table contact drop constraint contact_check",
                "alter table contact disable trigger all",
                "truncate contact_tag",
                "drop table contact_tag",
                "create table anything (id int)",
                "create function anything() returns int language sql return 1",
                "create schema anything",
                "create index anything on contact (id)",
                "alter function seen_contact(uuid) rename to anything",
                "set session_replication_role = replica",
                "set role attune",
                "alter role attune_app superuser",
                "update pg_constraint set convalidated = false",
                "delete from flyway_schema_history",
                "select * from pg_authid",
                "copy contact to program 'true'",
            })
    void theApplicationRoleMayNot(String statement) throws SQLException {
        try (Connection connection = database.connectionAsApplication();
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isIn("42501", "22023"));
        }
    }

    @Test
    void theApplicationRoleReadsAndWritesRows() throws SQLException {
        try (Connection connection = database.connectionAsApplication();
                Statement sql = connection.createStatement()) {
            assertThat(sql.executeUpdate("update organisation set name = 'Ours' where only_one"))
                    .isEqualTo(1);
        }
    }

    private static List<String> ask(String query) throws SQLException {
        try (Connection connection = database.connectionAsOwner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
