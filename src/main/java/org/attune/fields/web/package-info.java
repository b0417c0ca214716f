@NullMarked
package org.attune.fields.web;

import org.jspecify.annotations.NullMarked;
