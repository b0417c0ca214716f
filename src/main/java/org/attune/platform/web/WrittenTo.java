package org.attune.platform.web;

import java.util.Locale;
import java.util.Optional;

/** A controller whose pages are written to somebody, found by the {@code secret} in the address. */
public interface WrittenTo {

    /** What they read; nothing where it is not known, or the secret is none. */
    Optional<Locale> readerOf(String secret);
}
