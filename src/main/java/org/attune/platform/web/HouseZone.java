package org.attune.platform.web;

import java.time.ZoneId;

/** Answers where the house is, for a page whose reader is nobody we know the place of. */
@FunctionalInterface
public interface HouseZone {

    ZoneId zone();
}
