package org.attune;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules are those of the architecture page, and their dependencies point one way. */
class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(AttuneApplication.class).verify();
    }
}
