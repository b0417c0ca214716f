package org.attune.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.attune.AttuneTest;
import org.attune.Statements;
import org.attune.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AttuneTest
class HouseRulesTests {

    private record Mine(String test) {}

    @Autowired
    private HouseRules house;

    @Autowired
    private ReadOnce once;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void keepsWhatNobodyChanged() {
        Mine mine = new Mine("kept");

        assertThat(reading(() -> house.get(mine, read::incrementAndGet))).isEqualTo(1);
        assertThat(reading(() -> house.get(mine, read::incrementAndGet))).isEqualTo(1);
        assertThat(Statements.during(() -> reading(() -> house.get(mine, read::incrementAndGet))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisation",
                "stage",
                "stage_criterion",
                "definition_in_force",
                "question",
                "gate_policy",
                "custom_field",
                "custom_field_choice"
            })
    void readsAnewAfterAChangeOnWhicheverInstance(String table) throws SQLException {
        Mine mine = new Mine(table);
        reading(() -> house.get(mine, read::incrementAndGet));

        try (Connection elsewhere = TestDatabase.shared().owner().open();
                Statement change = elsewhere.createStatement()) {
            change.execute("delete from " + table + " where false");
        }

        assertThat(reading(() -> house.get(mine, read::incrementAndGet))).isEqualTo(2);
    }

    @Test
    void keepsNothingThatCouldStillBeTakenBack() {
        Mine mine = new Mine("writing");
        TransactionTemplate writing = new TransactionTemplate(transactions);

        writing.executeWithoutResult(status -> {
            assertThat(house.get(mine, read::incrementAndGet)).isEqualTo(1);
            jdbc.sql("update organisation set name = name").update();
            assertThat(house.get(mine, read::incrementAndGet)).isEqualTo(2);
            status.setRollbackOnly();
        });

        assertThat(reading(() -> house.get(mine, read::incrementAndGet))).isEqualTo(3);
    }

    @Test
    void anAnswerHoldsForOneReading() {
        Mine mine = new Mine("once");

        assertThat(reading(() -> once.get(mine, read::incrementAndGet) + once.get(mine, read::incrementAndGet)))
                .isEqualTo(1 + 1);
        assertThat(reading(() -> once.get(mine, read::incrementAndGet))).isEqualTo(2);
        assertThat(once.get(mine, read::incrementAndGet)).isEqualTo(3);
    }

    private int reading(Supplier<Integer> what) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        Integer answer = reading.execute(status -> what.get());
        return answer == null ? -1 : answer;
    }
}
