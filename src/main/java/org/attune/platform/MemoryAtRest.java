package org.attune.platform;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has Java give back the memory that a start, or a busy hour, took and nobody needs any more. Its usual collector does so only if it
 * is told to, and a jar cannot tell it. Whoever has said something about it themselves is right.
 */
@Component
class MemoryAtRest {

    private record Setting(String option, String value) {}

    /** A minute without any collection is rest; then what is free beyond a third of what is used goes. In this order, which Java checks. */
    private static final List<Setting> SETTINGS = List.of(
            new Setting("MinHeapFreeRatio", "10"),
            new Setting("MaxHeapFreeRatio", "25"),
            new Setting("G1PeriodicGCInterval", "60000"));

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (java != null && isG1(java)) {
            SETTINGS.stream()
                    .filter(setting -> isLeftToUs(option(java, setting.option)))
                    .forEach(setting -> java.setVMOption(setting.option, setting.value));
        }
    }

    private static boolean isG1(HotSpotDiagnosticMXBean java) {
        VMOption used = option(java, "UseG1GC");
        return used != null && Boolean.parseBoolean(used.getValue());
    }

    private static boolean isLeftToUs(@Nullable VMOption option) {
        return option != null && option.isWriteable() && option.getOrigin() == Origin.DEFAULT;
    }

    /** Another Java may not have it. */
    private static @Nullable VMOption option(HotSpotDiagnosticMXBean java, String name) {
        try {
            return java.getVMOption(name);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
