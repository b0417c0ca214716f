/** Conversations and their turns: what was heard, asked, responded and told; open threads, themes, assumptions. */
@ApplicationModule(allowedDependencies = {"platform", "access", "people", "stages", "questions"})
@NullMarked
package org.attune.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
