package org.attune.access;

import org.attune.platform.Language;

/** Hears, on the first visit and before there is anybody, what the house speaks: whoever brings words of its own along. */
@FunctionalInterface
public interface SettlesIn {

    void speaking(Language language);
}
