/** Contacts and companies, companions, tags, introductions, duplicates; and which contacts somebody sees. */
@ApplicationModule(allowedDependencies = {"platform", "access", "fields"})
@NullMarked
package org.attune.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
