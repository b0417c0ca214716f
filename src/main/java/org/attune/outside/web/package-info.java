/** What customers are told where a link of theirs answers nothing. */
@NullMarked
package org.attune.outside.web;

import org.jspecify.annotations.NullMarked;
