/** What comes in from elsewhere and goes out. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "stages", "conversations", "needs", "offers"})
@NullMarked
package org.attune.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
