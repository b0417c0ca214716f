/** How well each relationship is doing, always with its reasons; how that moved; and what would help. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "people",
            "stages",
            "conversations",
            "promises",
            "nurture",
            "pulse",
            "needs",
            "offers"
        })
@NullMarked
package org.attune.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
