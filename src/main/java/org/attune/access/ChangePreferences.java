package org.attune.access;

import java.time.ZoneId;
import java.util.Locale;

/** What everybody may change about themselves. */
public record ChangePreferences(
        String name, ZoneId zone, Locale locale, Theme theme, boolean singleKeys, int version) {}
