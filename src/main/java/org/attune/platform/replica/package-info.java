/** Reads that may come from a streaming replica, never older than what the primary had when they were asked for. See decision 0043. */
@NullMarked
package org.attune.platform.replica;

import org.jspecify.annotations.NullMarked;
