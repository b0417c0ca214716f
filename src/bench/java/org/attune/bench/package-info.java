/** What pages cost: each alone beside its own SQL and a static page, and all together on a day like any other. Run with the Maven profile "bench". */
@NullMarked
package org.attune.bench;

import org.jspecify.annotations.NullMarked;
