/** The pages of themes, for the admin. */
@NullMarked
package org.attune.conversations.web;

import org.jspecify.annotations.NullMarked;
