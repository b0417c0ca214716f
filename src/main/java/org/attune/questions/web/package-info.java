/** The pages of the question bank, for the admin. */
@NullMarked
package org.attune.questions.web;

import org.jspecify.annotations.NullMarked;
