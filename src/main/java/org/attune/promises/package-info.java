/** What we and they undertook to do by a day. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "stages", "conversations"})
@NullMarked
package org.attune.promises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
