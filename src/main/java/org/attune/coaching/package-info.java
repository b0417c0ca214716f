/**
 * Learning about oneself: what one's own conversations show, for one's own eyes; and the page on which somebody and whoever leads
 * them talk about it. Never for pay, seniority or employment, and never to compare people.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "figures",
            "people",
            "conversations",
            "listening",
            "health",
            "insight"
        })
@NullMarked
package org.attune.coaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
