/** Letters by e-mail: written in the transaction of what they tell about, sent afterwards, and what became of them. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.attune.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
