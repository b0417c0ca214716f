/** The pages of a need: what they said, its people, cost, solution, playback and end. */
@NullMarked
package org.attune.needs.web;

import org.jspecify.annotations.NullMarked;
