/** The stage path and moving along it. */
@NullMarked
package org.attune.stages.web;

import org.jspecify.annotations.NullMarked;
