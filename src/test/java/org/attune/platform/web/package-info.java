@NullMarked
package org.attune.platform.web;

import org.jspecify.annotations.NullMarked;
