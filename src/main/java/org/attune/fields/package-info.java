/** What an organisation wants to know of its contacts and companies beside what Attune asks for: fields of its own, and their values. */
@ApplicationModule(allowedDependencies = {"platform", "access"})
@NullMarked
package org.attune.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
