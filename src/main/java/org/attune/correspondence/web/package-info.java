/** The page by which people say that they want no letters, one's own signature, and what came back. */
@NullMarked
package org.attune.correspondence.web;

import org.jspecify.annotations.NullMarked;
