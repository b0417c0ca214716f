package org.attune.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.attune.JavaProcess;
import org.junit.jupiter.api.Test;

class MemoryAtRestTests {

    /** In a Java of its own, since what it changes would stay changed. */
    public static void main(String[] arguments) {
        new MemoryAtRest().begin();
        HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        for (String option : List.of("MinHeapFreeRatio", "MaxHeapFreeRatio", "G1PeriodicGCInterval")) {
            System.out.println(option + " " + java.getVMOption(option).getValue());
        }
    }

    @Test
    void theUsualCollectorGivesBackWhatNobodyNeeds() {
        assertThat(optionsOf("-XX:+UseG1GC"))
                .contains("MinHeapFreeRatio 10", "MaxHeapFreeRatio 25", "G1PeriodicGCInterval 60000");
    }

    @Test
    void whatSomebodyHasSaidThemselvesIsLeftAlone() {
        assertThat(optionsOf("-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=5000", "-XX:MaxHeapFreeRatio=60"))
                .contains("MinHeapFreeRatio 10", "MaxHeapFreeRatio 60", "G1PeriodicGCInterval 5000");
        assertThat(optionsOf("-XX:+UseSerialGC")).contains("MinHeapFreeRatio 40", "G1PeriodicGCInterval 0");
    }

    private static List<String> optionsOf(String... said) {
        try (JavaProcess java = JavaProcess.start(List.of(said), MemoryAtRestTests.class)) {
            java.awaitExit();
            return java.lines();
        }
    }
}
