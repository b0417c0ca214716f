/** Dashboards: relationships and numbers, both. Reads only, and starts every figure from what the viewer oversees. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "figures",
            "people",
            "stages",
            "conversations",
            "listening",
            "promises",
            "nurture",
            "pulse",
            "needs",
            "offers",
            "health"
        })
@NullMarked
package org.attune.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
