/** The one box, as a page and in the palette. */
@NullMarked
package org.attune.search.web;

import org.jspecify.annotations.NullMarked;
