/** Writing down promises and what became of them. */
@NullMarked
package org.attune.promises.web;

import org.jspecify.annotations.NullMarked;
