/** The base of all pages: who is looking, how things are said, what happens when something goes wrong. */
@NullMarked
package org.attune.platform.web;

import org.jspecify.annotations.NullMarked;
