/** The question bank: what is worth asking, for what is not known yet and for a stage, in the organisation's own words. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "stages"})
@NullMarked
package org.attune.questions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
