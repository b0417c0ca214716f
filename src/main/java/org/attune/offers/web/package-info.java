/** Pages about offers: readiness, the form, the list, one offer and its print. */
@NullMarked
package org.attune.offers.web;

import org.jspecify.annotations.NullMarked;
