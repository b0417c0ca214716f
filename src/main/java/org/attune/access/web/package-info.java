/** Doors and doorkeepers: signing in and out, set-up, invitations, preferences, and who may reach which handler. */
@NullMarked
package org.attune.access.web;

import org.jspecify.annotations.NullMarked;
