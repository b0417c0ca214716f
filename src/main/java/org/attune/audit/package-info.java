/** The trail read: who did what to which record, for admins, and the history of one record for those who see it. */
@ApplicationModule(allowedDependencies = {"platform", "access"})
@NullMarked
package org.attune.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
