/** The database: an embedded PostgreSQL or somebody else's, and the two roles that sign in to it. */
@NullMarked
package org.attune.platform.database;

import org.jspecify.annotations.NullMarked;
