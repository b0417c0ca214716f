/** A letter in the morning: whom to listen to, what is promised, what changed. Only to whoever wants it, only if there is something. */
@ApplicationModule(
        allowedDependencies = {"platform", "access", "mail", "people", "stages", "promises", "nurture", "voice", "desk"
        })
@NullMarked
package org.attune.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
