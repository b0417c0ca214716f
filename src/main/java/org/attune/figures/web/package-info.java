/** Settling who sees figures about people, and telling those people. */
@NullMarked
package org.attune.figures.web;

import org.jspecify.annotations.NullMarked;
