package org.attune.platform.web;

import java.util.Locale;

/** Answers what the house speaks, for a page whose reader has not said. */
@FunctionalInterface
public interface HouseLocale {

    Locale locale();
}
