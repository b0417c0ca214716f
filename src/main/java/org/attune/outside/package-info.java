/** Pages for customers, reached by a link that nobody can guess and that is answered once. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "correspondence"})
@NullMarked
package org.attune.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
