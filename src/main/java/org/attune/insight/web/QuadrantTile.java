package org.attune.insight.web;

import java.util.List;
import org.attune.insight.Quadrant;
import org.attune.insight.Quadrants;

/** One of the four, in the order they are read: up is healthy, right is buying. */
record QuadrantTile(String code, long many) {

    static List<QuadrantTile> of(Quadrants quadrants) {
        return List.of(Quadrant.HEALTHY, Quadrant.HEALTHY_SELLING, Quadrant.NEITHER, Quadrant.SELLING).stream()
                .map(one -> new QuadrantTile(one.code(), quadrants.of(one)))
                .toList();
    }
}
