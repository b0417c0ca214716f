@NullMarked
package org.attune.listening.web;

import org.jspecify.annotations.NullMarked;
