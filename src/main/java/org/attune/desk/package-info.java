/** Screens composed of many modules: today, the contact page, lists, the conversation workspace. No rules live here. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "access",
            "fields",
            "figures",
            "health",
            "people",
            "stages",
            "questions",
            "conversations",
            "promises",
            "nurture",
            "library",
            "correspondence",
            "outside",
            "pulse",
            "voice",
            "needs",
            "offers",
            "search"
        })
@NullMarked
package org.attune.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
