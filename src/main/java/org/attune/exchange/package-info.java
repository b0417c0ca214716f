/** Takes over contacts from tables and conversations from transcripts: looked at first, then line by line, with a report. */
@ApplicationModule(allowedDependencies = {"platform", "access", "fields", "people", "stages", "conversations"})
@NullMarked
package org.attune.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
