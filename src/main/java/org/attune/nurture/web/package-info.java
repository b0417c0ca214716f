/** Touches, and leaving somebody in peace. */
@NullMarked
package org.attune.nurture.web;

import org.jspecify.annotations.NullMarked;
