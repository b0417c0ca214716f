/** The gate, offers with their evidence, and decisions. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "people",
            "stages",
            "questions",
            "conversations",
            "needs",
            "nurture",
            "promises"
        })
@NullMarked
package org.attune.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
