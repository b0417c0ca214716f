/**
 * What was done, and what is forgotten. The trail of who did what to which record, for admins, and the history of one record for those
 * who see it; what is known about a person, erasing it on request, and periods after which something goes by itself.
 */
@ApplicationModule(allowedDependencies = {"platform", "access"})
@NullMarked
package org.attune.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
