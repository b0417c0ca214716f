package org.attune.access.web;

import org.attune.access.SetUp;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the code of the first visit at each start, as long as nobody made that visit. */
@Component
class SetUpAnnouncement {

    private final SetUp setUp;
    private final Demo demo;

    SetUpAnnouncement(SetUp setUp, Demo demo) {
        this.setUp = setUp;
        this.demo = demo;
    }

    /** To the console and not to the log, which may be collected elsewhere and read by others. */
    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("SystemOut")
    void announce() {
        if (demo.isRunning()) {
            return; // it brings its people along
        }
        setUp.newCode()
                .ifPresent(code -> System.out.printf(
                        "%n  Nobody has set Attune up yet. Open it in a browser and enter this code: %s%n%n", code));
    }
}
