/** The facts of a conversation and a person's interest over time: measured where the log is complete, with the turns behind each. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "stages", "conversations", "figures"})
@NullMarked
package org.attune.listening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
