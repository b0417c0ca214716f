@NullMarked
package org.attune.platform.replica;

import org.jspecify.annotations.NullMarked;
