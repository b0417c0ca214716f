/** The pages of the library, and the files in it. */
@NullMarked
package org.attune.library.web;

import org.jspecify.annotations.NullMarked;
