/** Pages of the dashboards: what they share, and each of them. */
@NullMarked
package org.attune.insight.web;

import org.jspecify.annotations.NullMarked;
