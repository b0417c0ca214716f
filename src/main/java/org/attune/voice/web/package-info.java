/** The pages of the voice. */
@NullMarked
package org.attune.voice.web;

import org.jspecify.annotations.NullMarked;
