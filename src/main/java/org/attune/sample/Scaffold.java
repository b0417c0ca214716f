package org.attune.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Takes indexes, constraints and triggers off the tables that are filled and puts the same back afterwards, each checked against
 * all rows by PostgreSQL itself; in the same transaction, so that nobody ever finds the tables without them. Checks of single rows stay.
 */
final class Scaffold {

    private static final String REFERENCES = """
            select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
              from pg_constraint where contype = 'f' and (%1$s or confrelid = any (%2$s)) order by conrelid::regclass::text, conname""";

    private static final String KEYS = """
            select conrelid::regclass::text, conname, pg_get_constraintdef(oid)
              from pg_constraint where contype in ('p', 'u', 'x') and %1$s order by conrelid::regclass::text, contype, conname""";

    private static final String INDEXES = """
            select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
             where i.indrelid = any (%2$s) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype <> 'f')
             order by 1""";

    private static final String ALL = """
            select string_agg(what, E'\\n' order by what) from (
              select conrelid::regclass || ' ' || conname || ' ' || contype::text || ' ' || convalidated || ' ' || pg_get_constraintdef(oid)
                from pg_constraint where connamespace = 'public'::regnamespace
              union all select pg_get_indexdef(indexrelid) || ' ' || indisvalid from pg_index
                where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
              union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal) x (what)""";

    private final Statement statement;
    private final List<String> tables;
    private final List<String> putBack = new ArrayList<>();
    private String before = "";

    Scaffold(Connection connection, List<String> tables) throws SQLException {
        this.statement = connection.createStatement();
        this.tables = tables;
    }

    void takeOff() throws SQLException {
        before = all();
        List<String> references = new ArrayList<>();
        for (List<String> one : rows(REFERENCES)) {
            references.add(add(one));
            drop(one);
        }
        for (List<String> one : rows(INDEXES)) {
            putBack.add(one.get(1));
            statement.execute("drop index " + one.get(0));
        }
        List<String> keys = new ArrayList<>();
        for (List<String> one : rows(KEYS)) {
            keys.add(add(one));
            drop(one);
        }
        putBack.addAll(0, keys);
        putBack.addAll(references);
        for (String table : tables) {
            statement.execute("alter table " + table + " disable trigger user");
        }
        statement.execute("truncate " + String.join(", ", tables));
    }

    /** @param done hears how much of it is done, from 0 to 1 */
    void putBack(Consumer<Double> done) throws SQLException {
        statement.execute("set local maintenance_work_mem = '512MB'");
        for (int n = 0; n < putBack.size(); n++) {
            statement.execute(putBack.get(n));
            done.accept((n + 1.0) / putBack.size());
        }
        for (String table : tables) {
            statement.execute("alter table " + table + " enable trigger user");
        }
        if (!before.equals(all())) {
            throw new IllegalStateException("Constraints, indexes or triggers are not what they were.");
        }
    }

    private static String add(List<String> constraint) {
        return "alter table " + constraint.get(0) + " add constraint \"" + constraint.get(1) + "\" "
                + constraint.get(2);
    }

    private void drop(List<String> constraint) throws SQLException {
        statement.execute("alter table " + constraint.get(0) + " drop constraint \"" + constraint.get(1) + "\"");
    }

    private String all() throws SQLException {
        return Objects.requireNonNull(rows(ALL).get(0).get(0));
    }

    private List<List<String>> rows(String sql) throws SQLException {
        String names = "array['" + String.join("', '", tables) + "']::regclass[]";
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(sql.formatted("conrelid = any (" + names + ")", names))) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int n = 1; n <= found.getMetaData().getColumnCount(); n++) {
                    row.add(found.getString(n));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
