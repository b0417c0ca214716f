/**
 * Fills an empty database with invented people and ten years of conversations, of any size, for whoever wants to see how Attune
 * carries it. Nothing depends on it. See decision 0042.
 */
@ApplicationModule(allowedDependencies = {"platform", "access"})
@NullMarked
package org.attune.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
