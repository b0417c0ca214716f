package org.attune.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.attune.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trail holds against the application's own role, tried with SQL. */
class TrailConstraintTests {

    private static final String SOMEBODY = "00000000-0000-7000-8000-0000000000aa";

    private static TestDatabase database;

    @BeforeAll
    static void aChangeWasMade() throws SQLException {
        database = TestDatabase.fresh();
        application(
                "select set_config('attune.actor', '" + SOMEBODY + "', false), set_config('attune.how', 'page', false),"
                        + " set_config('attune.address', '192.0.2.7', false), set_config('attune.agent', 'Firefox 140, Linux', false)",
                "update organisation set name = 'Brandt & Daughters'");
    }

    @Test
    void everyTableIsOnTheTrailOrSaysWhyNot() throws SQLException {
        assertThat(ask("""
                select relname from pg_class
                 where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                   and relname not in (select relation from audit_plan)"""))
                .as(
                        "new tables: add select audited('…', …) or select not_audited('…', 'why') to the migration that makes them;"
                                + " see V20261122.0150__the_trail_of_what_was_done.sql")
                .isEmpty();
    }

    @Test
    void everyTableOnTheTrailHasItsTriggersAndTheyFire() throws SQLException {
        assertThat(ask("""
                select p.relation from audit_plan p
                 where p.why_not is null
                   and 2 <> (select count(*) from pg_trigger t join pg_proc f on f.oid = t.tgfoid
                              where t.tgrelid = p.relation::regclass and f.proname = 'audit_row' and t.tgenabled = 'O')""")).isEmpty();
    }

    /** A column that was added later is not in the condition the trigger was made with. */
    @Test
    void everyColumnOfTheseTablesCounts() throws SQLException {
        assertThat(ask("""
                select t.tgrelid::regclass || '.' || a.attname
                  from pg_trigger t join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
                 where t.tgname = 'audit_change' and a.attgenerated = '' and a.attname <> 'version'
                   and pg_get_triggerdef(t.oid) !~ ('\\mold\\."?' || a.attname || '\\M')
                   and pg_get_triggerdef(t.oid) !~ ('[{,]' || a.attname || '[,}]')"""))
                .as("columns added to a table on the trail: repeat its select audited('…', …)")
                .isEmpty();
    }

    @Test
    void aChangeSaysWhoDidWhatFromWhereAndWhatItWasBefore() throws SQLException {
        assertThat(ask("""
                select concat_ws(' ', e.actor, e.how, e.address, e.agent, e.deed, e.kind, e.columns, v.before, v.after)
                  from audit_entry e join audit_value v on v.entry_id = e.id where e.kind = 'organisation'"""))
                .containsExactly(SOMEBODY + " page 192.0.2.7 Firefox 140, Linux changed organisation {name}"
                        + " {\"name\": \"Our organisation\"} {\"name\": \"Brandt & Daughters\"}");
    }

    @Test
    void whatChangesNothingIsNoEntry() throws SQLException {
        List<String> before = ask("select count(*) from audit_entry");
        application("update organisation set name = name", "update organisation set version = version + 1");
        assertThat(ask("select count(*) from audit_entry")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = null",
                "delete from audit_entry",
                "truncate audit_entry cascade",
                "insert into audit_entry (how, deed, kind) values ('page', 'changed', 'contact')",
                "update audit_value set before = null, after = null",
                "update audit_value set after = '{\"name\": \"forged\"}'",
                "delete from audit_value",
                "insert into audit_value (entry_id, personal) select id, false from audit_entry",
                "update audit_plan set why_not = 'because'",
                "delete from audit_plan",
                "insert into erasure (id, ground, reason) values (uuidv7(), 'on_request', 'mine')",
                "update erasure set finished_at = null",
                "delete from erasure",
                "alter table organisation disable trigger audit_change",
                "alter table organisation disable trigger all",
                "drop trigger audit_change on organisation",
                "set session_replication_role = replica",
                "create or replace function audit_row() returns trigger language plpgsql as 'begin return null; end'",
                "alter function audit_row() rename to anything",
                "select audited('organisation', null, null, false)",
                "select not_audited('organisation', 'because')",
                "select audit_deed('changed', 'contact', null, null, null, null, 'page', null, null, null, null)",
            })
    void theApplicationRoleMayNot(String statement) {
        assertThatThrownBy(() -> application(statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void noTableOfTheirOwnWritesEntriesForThem() {
        assertThatThrownBy(() -> application("create temp table organisation (name text)", """
                        create trigger forged after insert on pg_temp.organisation for each row
                          execute function audit_row('', '', 'false', '{}', '{}', '{name}')"""))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void claimingToEraseKeepsNothingOffTheTrail() throws SQLException {
        application(
                "select set_config('attune.erasing', uuidv7()::text, false)",
                "insert into team (id, name) values (uuidv7(), 'Kept off')");
        assertThat(ask("select v.after ->> 'name' from audit_entry e join audit_value v on v.entry_id = e.id"
                        + " where e.kind = 'team' and v.after ->> 'name' = 'Kept off'"))
                .hasSize(1);
    }

    @Test
    void secretsAreNeverWrittenDown() throws SQLException {
        application(
                "insert into app_user (id, email, name, role, sells, password_hash)"
                        + " values (uuidv7(), 'secret@attune.example', 'Somebody', 'admin', false, 'hash-of-something')",
                "update app_user set password_hash = 'another-hash' where email = 'secret@attune.example'");
        assertThat(ask("select e.columns::text from audit_entry e where e.kind = 'app_user' and e.deed = 'changed'"))
                .contains("{password_hash}");
        assertThat(ask("select 1 from audit_value where before::text like '%hash%' or after::text like '%hash%'"))
                .isEmpty();
    }

    private static void application(String... statements) throws SQLException {
        try (Connection connection = database.connectionAsApplication();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
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
