/** Pages composed of many modules. */
@NullMarked
package org.attune.desk.web;

import org.jspecify.annotations.NullMarked;
