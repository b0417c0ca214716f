/**
 * The demo: invented people, whose months of conversations are written down in {@code resources/demo} like a play and
 * played through the front doors of all modules. Only with the profile of its name; nothing depends on it.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "fields",
            "people",
            "stages",
            "questions",
            "conversations",
            "promises",
            "nurture",
            "library",
            "outside",
            "pulse",
            "voice",
            "needs",
            "offers",
            "listening",
            "health"
        })
@NullMarked
package org.attune.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
