/** Asking for a pulse, answering it, and how rarely that may be. */
@NullMarked
package org.attune.pulse.web;

import org.jspecify.annotations.NullMarked;
