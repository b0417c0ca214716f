/** Touches, agreed silence and the four ways on: the marketing hat. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "people",
            "stages",
            "conversations",
            "needs",
            "library",
            "correspondence",
            "outside"
        })
@NullMarked
package org.attune.nurture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
