/** Pages about people: adding and editing contacts and companies, who works with them, merging two into one. */
@NullMarked
package org.attune.people.web;

import org.jspecify.annotations.NullMarked;
