/** Needs and their people, what the problem costs, the solution found together, playback. */
@ApplicationModule(
        allowedDependencies = {"platform", "access", "people", "stages", "conversations", "outside", "correspondence"})
@NullMarked
package org.attune.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
