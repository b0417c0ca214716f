package org.attune.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.attune.platform.SettingRefused;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class RebuildingTests {

    private final List<String> rebuilt = new ArrayList<>();

    private record Rows(String rows, List<String> rebuilt) implements Rebuildable {

        @Override
        public int rebuildAll() {
            rebuilt.add(rows);
            return 1;
        }
    }

    @Test
    void anOrdinaryStartRebuildsNothing() {
        start();

        assertThat(rebuilt).isEmpty();
    }

    @Test
    void whatIsNamedIsRebuiltAndAllOfItOnRequest() {
        start("health");
        assertThat(rebuilt).containsExactly("health");

        rebuilt.clear();
        start("all");
        assertThat(rebuilt).containsExactly("cards", "health");
    }

    @Test
    void whoNamesWhatIsNotThereIsToldWhatIsAndNothingIsRebuilt() {
        assertThatThrownBy(() -> start("health", "cars"))
                .isInstanceOfSatisfying(SettingRefused.class, refused -> assertThat(refused.help())
                        .contains("cards or health"));
        assertThat(rebuilt).isEmpty();
    }

    private void start(String... wanted) {
        new Rebuilding(List.of(new Rows("health", rebuilt), new Rows("cards", rebuilt)), List.of(wanted))
                .run(new DefaultApplicationArguments());
    }
}
