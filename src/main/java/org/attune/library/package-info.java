/** Materials that educate and stories of how it worked for someone like them: with versions, purpose and consent. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "stages", "conversations", "needs"})
@NullMarked
package org.attune.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
