package org.attune.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.attune.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses of fields and their values, whoever asks. */
class FieldConstraintTests {

    private static final String ID = "'00000000-0000-7000-8000-0000000000%s'";

    /** Fields 01 to 08, one of each kind and one of companies; choices 11 of 04, 12 and 13 of 05; person 21 with a value each. */
    private static final List<String> WORLD = List.of(
            "insert into team (id, name) values (" + ID.formatted("31") + ", 'North')",
            "insert into app_user (id, email, name, role, sells, team_id) values (" + ID.formatted("41")
                    + ", 'anna@attune.example', 'Anna', 'salesperson', true, " + ID.formatted("31") + ")",
            field("01", "contact", "text"),
            field("02", "contact", "number"),
            field("03", "contact", "day"),
            field("04", "contact", "choice"),
            field("05", "contact", "choices"),
            field("06", "contact", "yes_no"),
            field("07", "contact", "link"),
            field("08", "company", "text"),
            choice("11", "04", "choice", 1),
            choice("12", "05", "choices", 1),
            choice("13", "05", "choices", 2),
            "insert into contact (id, given_name, owner_id, team_id, created_by) values (" + ID.formatted("21")
                    + ", 'Helen', " + ID.formatted("41") + ", " + ID.formatted("31") + ", " + ID.formatted("41") + ")",
            value("01", "text", "words", "'K-1'"),
            value("05", "choices", "choice_id", ID.formatted("12")),
            "set constraints all immediate",
            "set constraints all deferred");

    private static @Nullable Connection open;

    @BeforeAll
    static void connect() throws SQLException {
        open = TestDatabase.fresh().connectionAsApplication();
        open.setAutoCommit(false);
    }

    @AfterAll
    static void disconnect() throws SQLException {
        Objects.requireNonNull(open).close();
    }

    @BeforeEach
    void aPersonWithValues() throws SQLException {
        for (String statement : WORLD) {
            run(statement);
        }
    }

    @AfterEach
    void forget() throws SQLException {
        Objects.requireNonNull(open).rollback();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // of another kind than the field's, or of two at once, or of none
                "value 02 number words 'twelve'",
                "value 02 text words 'twelve'",
                "value 03 day amount 12",
                "value 06 yes_no words 'yes'",
                "value 04 choice words 'Gold'",
                // a choice of another field, or of none
                "value 04 choice choice_id 12",
                "value 04 choice choice_id 99",
                "value 05 choices choice_id 11",
                // twice
                "value 01 text words 'K-2'",
                "value 05 choices choice_id 12",
                // a field of companies, or nobody's
                "value 08 text words 'K-2'",
                "value 09 text words 'K-2'",
                // a link that would do something
                "value 07 link words 'javascript:alert(1)'",
                "value 07 link words 'data:text/html,x'",
                "value 07 link words 'https://a b'",
                "value 01 text words ''",
            })
    void aValueIsOfTheKindAndTheChoicesOfItsField(String what) {
        String[] parts = what.split(" ", 5);
        String given = parts[3].equals("choice_id") ? ID.formatted(parts[4]) : parts[4];
        refused(value(parts[1], parts[2], parts[3], given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update custom_field set kind = 'link' where id = :01",
                "update custom_field set holder = 'company', position = 30 where id = :01",
                "delete from custom_field where id = :01",
                "delete from custom_field_choice where id = :12",
                "update custom_field_choice set field_id = :04, kind = 'choice', position = 40 where id = :12",
                "update custom_field set kind = 'text' where id = :04",
                "update custom_field set retired_at = now() where id = :01",
                "update custom_field set position = null where id = :01",
                "update custom_field set position = 61 where id = :01",
                "update custom_field set position = 2 where id = :01",
                "update custom_field set searched = true where id = :02",
                "update custom_field set name = '' where id = :01",
                "update custom_field set name = 'FIELD 02' where id = :01",
                "update custom_field_choice set name = 'CHOICE 13' where id = :12",
                "update custom_field_choice set position = 101 where id = :12",
                "update custom_field_choice set position = 2 where id = :12",
                "insert into custom_field_choice (id, field_id, kind, name, position) values (:19, :01, 'text', 'x', 1)",
                "insert into custom_field_choice (id, field_id, kind, name, position) values (:19, :01, 'choice', 'x', 1)",
            })
    void fieldsAndChoicesStayWhatTheirValuesNeed(String statement) {
        refused(statement.replaceAll(":(\\d\\d)", ID.formatted("$1")));
    }

    @Test
    void whatIsSoundIsTaken() throws SQLException {
        run(value("02", "number", "amount", "12.5"));
        run(value("03", "day", "day", "'2026-03-01'"));
        run(value("04", "choice", "choice_id", ID.formatted("11")));
        run(value("05", "choices", "choice_id", ID.formatted("13")));
        run(value("06", "yes_no", "yes", "false"));
        run(value("07", "link", "words", "'mailto:helen@kessler.example'"));
        run("update custom_field set kind = 'link' where id = " + ID.formatted("08"));
        run("update custom_field set kind = 'choices' where id = "
                + ID.formatted("06").replace("06", "08"));
        run("set constraints all immediate");
        assertThat(Objects.requireNonNull(open).isClosed()).isFalse();
    }

    private static String field(String id, String holder, String kind) {
        return "insert into custom_field (id, holder, kind, name, position, created_by) values (" + ID.formatted(id)
                + ", '" + holder + "', '" + kind + "', 'Field " + id + "', " + Integer.parseInt(id) + ", "
                + ID.formatted("41") + ")";
    }

    private static String choice(String id, String field, String kind, int position) {
        return "insert into custom_field_choice (id, field_id, kind, name, position) values (" + ID.formatted(id) + ", "
                + ID.formatted(field) + ", '" + kind + "', 'Choice " + id + "', " + position + ")";
    }

    private static String value(String field, String kind, String column, String value) {
        return "insert into contact_field_value (contact_id, field_id, field_kind, " + column + ") values ("
                + ID.formatted("21") + ", " + ID.formatted(field) + ", '" + kind + "', " + value + ")";
    }

    private static void refused(String statement) {
        assertThatThrownBy(() -> {
                    run(statement);
                    run("set constraints all immediate");
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("23"));
    }

    private static void run(String statement) throws SQLException {
        try (Statement sql = Objects.requireNonNull(open).createStatement()) {
            sql.execute(statement);
        }
    }
}
