/** Stage definitions, what each asks from the customer's side, and every move between stages. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people"})
@NullMarked
package org.attune.stages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
