/** What every module stands on: the clock, identifiers, refusals, paging, the database and the base of all pages. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.attune.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
