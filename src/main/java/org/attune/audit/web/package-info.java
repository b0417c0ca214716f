/** The pages of the trail, and the one place where an admin's reads of customer data are noted. */
@NullMarked
package org.attune.audit.web;

import org.jspecify.annotations.NullMarked;
