/** How Attune itself is doing, for whoever looks after it: instances, database, jobs. Nothing in it is about a customer. */
@ApplicationModule(allowedDependencies = {"platform", "access", "mail"})
@NullMarked
package org.attune.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
