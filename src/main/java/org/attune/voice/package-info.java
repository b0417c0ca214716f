/** The voice of the customer: what was heard, by theme and over time, and what became of it. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "mail",
            "figures",
            "people",
            "stages",
            "conversations",
            "promises",
            "needs",
            "library",
            "nurture"
        })
@NullMarked
package org.attune.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
