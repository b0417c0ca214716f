package org.attune.coaching.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.attune.access.Hat;
import org.attune.coaching.MonthOfFacts;
import org.attune.insight.ChartTable;
import org.attune.listening.Part;
import org.attune.listening.Trend;
import org.attune.listening.Trend.PartMean;
import org.jspecify.annotations.Nullable;

/**
 * What one's own conversations under one hat show.
 *
 * @param chart how the trend went, one line for each point
 */
public record HatFacts(Hat hat, Trend trend, ChartTable chart, List<MonthOfFacts> months) {

    public HatFacts {
        months = List.copyOf(months);
    }

    /** As it stands in the keys of words. */
    public String word() {
        return hat.name().toLowerCase(Locale.ROOT);
    }

    /** The ten conversations of the newest point. */
    public String ten() {
        return InterestController.address(
                hat, Objects.requireNonNull(trend.latest()).last());
    }

    public Part[] parts() {
        return Part.values();
    }

    /** None where it could be computed in none of the ten. */
    public @Nullable PartMean part(Part part) {
        Map<Part, PartMean> known = trend.parts();
        return known.get(part);
    }
}
