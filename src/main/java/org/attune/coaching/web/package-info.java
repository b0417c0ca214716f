/** My page, and the one-to-one. */
@NullMarked
package org.attune.coaching.web;

import org.jspecify.annotations.NullMarked;
