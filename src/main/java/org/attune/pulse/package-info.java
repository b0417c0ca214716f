/** Three questions to a customer, rarely asked: did you feel heard, understood, answered? */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "outside", "correspondence"})
@NullMarked
package org.attune.pulse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
