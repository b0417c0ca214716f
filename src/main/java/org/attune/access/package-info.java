/** Users and teams, signing in and out, and who is asking: every read and write carries a {@code Viewer}. */
@ApplicationModule(allowedDependencies = {"platform", "mail"})
@NullMarked
package org.attune.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
