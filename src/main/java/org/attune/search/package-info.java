/** One box over people, companies, words and needs. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "conversations", "needs"})
@NullMarked
package org.attune.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
