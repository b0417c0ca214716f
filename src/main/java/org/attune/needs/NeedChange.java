package org.attune.needs;

import org.jspecify.annotations.Nullable;

/** One change of state. */
record NeedChange(NeedState from, NeedState to, @Nullable String why) {}
