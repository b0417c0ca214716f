/** How health is worked out, for everybody; and what counts how much, for the admin. */
@NullMarked
package org.attune.health.web;

import org.jspecify.annotations.NullMarked;
