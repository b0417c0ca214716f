/** Letters to contacts in the words of whoever writes them: sent, come back, or unwanted from now on. */
@ApplicationModule(allowedDependencies = {"platform", "access", "mail", "people"})
@NullMarked
package org.attune.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
