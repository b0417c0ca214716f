/** Choosing the letter in the morning, and stopping it from the letter itself. */
@NullMarked
package org.attune.digest.web;

import org.jspecify.annotations.NullMarked;
