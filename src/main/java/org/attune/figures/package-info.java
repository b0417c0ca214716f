/** Figures about people: who may see them, about whom, and from how many on. Whoever shows one asks here. */
@ApplicationModule(allowedDependencies = {"platform", "access"})
@NullMarked
package org.attune.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
