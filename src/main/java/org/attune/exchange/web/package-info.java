/** The pages on which files are handed over and looked at. */
@NullMarked
package org.attune.exchange.web;

import org.jspecify.annotations.NullMarked;
