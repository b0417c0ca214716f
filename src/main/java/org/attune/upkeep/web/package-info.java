/** The page on which an admin sees how Attune is doing, and what to do. */
@NullMarked
package org.attune.upkeep.web;

import org.jspecify.annotations.NullMarked;
