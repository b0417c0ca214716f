package org.attune.stages;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses of the stages, whoever asks. */
class StageConstraintTests {

    /** A second version like the first, with a stage more that a statement can say about what it likes. */
    private static final List<String> SECOND = List.of(
            "insert into stage_definition (version, note) values (2, 'Second')",
            "insert into stage_identity (key, aside) values ('warm', false)",
            """
            insert into stage (version, key, name, colour, hat, position, aside, meaning, needs_all, entered_by)
            select 2, key, name, colour, hat, position, aside, meaning, needs_all, entered_by from stage where version = 1""",
            "insert into stage_criterion (version, stage_key, position, check_key, parameters) select 2, stage_key, position, check_key, parameters from stage_criterion where version = 1");

    private static final String WARM = """
            insert into stage (version, key, name, colour, hat, position, aside, meaning, needs_all, entered_by)
            values (2, 'warm', %s, %s, %s, 50, %s, 'They warm to us', true, %s)""";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update stage set name = 'Other' where key = 'know'",
                "delete from stage_criterion",
                "update stage_definition set note = 'Other'",
                "delete from stage_retirement",
                "update stage_draft_step set content = '{}'",
                "delete from definition_in_force",
                "update stage_move set how = 'back'",
                "delete from stage_move",
                "update definition_in_force set version = 7",
                "update definition_in_force set sales_key = 'know'",
                "update definition_in_force set marketing_key = 'exploring'",
                "insert into stage_retirement (version, stage_key, to_key) values (2, 'know', 'not_now')",
                "insert into stage_retirement (version, stage_key, to_key) values (2, 'know', 'know')",
                "insert into stage_retirement (version, stage_key, to_key) values (2, 'know', 'nirvana')",
                "insert into stage_criterion (version, stage_key, position, parent, check_key) values (2, 'know', 2, 2, 'need_heard')",
                "insert into stage_criterion (version, stage_key, position, parent, check_key) values (2, 'know', 2, 1, 'need_heard')",
                "insert into stage_criterion (version, stage_key, position, needs_all, opens) values (2, 'know', 2, true, 3)",
                "insert into stage_criterion (version, stage_key, position, check_key, parameters) values (2, 'know', 2, 'heard_turns', '{\"n\": 0}')",
                "insert into stage_criterion (version, stage_key, position, check_key, parameters) values (2, 'know', 2, 'heard_turns', '{\"n\": 1}')",
                "insert into stage_criterion (version, stage_key, position, check_key, parameters) values (2, 'know', 2, 'heard_on_days', '{\"n\": 9, \"days\": 7}')",
            })
    void refuses(String statement) {
        refused(statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Knów'| 'rose'| 'sales'| false| 1",
                "' Warm'| 'rose'| 'sales'| false| 1",
                "repeat('x', 41)| 'rose'| 'sales'| false| 1",
                "'Warm'| 'sky'| 'sales'| false| 1",
                "'Warm'| 'neon'| 'sales'| false| 1",
                "'Warm'| 'rose'| null| false| 1",
                "'Warm'| 'rose'| null| true| null",
                "'Warm'| 'rose'| 'sales'| false| null",
                "'Warm'| 'rose'| 'sales'| false| 1", // nothing leads there
            })
    void refusesAStage(String described) {
        refused(WARM.formatted((Object[]) described.split("\\| ")));
    }

    private static void refused(String statement) {
        Connection connection = Objects.requireNonNull(open);
        assertThatThrownBy(() -> {
                    try (Statement sql = connection.createStatement()) {
                        for (String before : SECOND) {
                            sql.execute(before);
                        }
                        sql.execute(statement);
                        connection.commit();
                    } finally {
                        connection.rollback();
                    }
                })
                .as(statement)
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                        .as(refusal.getMessage())
                        .matches("23.*|42501"));
    }
}
