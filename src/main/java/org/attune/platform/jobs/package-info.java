/** What Attune does by itself: at its times, once whatever the number of instances, and written down. See decision 0023. */
@NullMarked
package org.attune.platform.jobs;

import org.jspecify.annotations.NullMarked;
