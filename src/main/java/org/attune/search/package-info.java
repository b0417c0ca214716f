/** One box over people, companies, words, needs, materials and stories. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "conversations", "needs", "library"})
@NullMarked
package org.attune.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
