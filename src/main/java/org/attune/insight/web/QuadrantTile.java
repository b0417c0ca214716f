package org.attune.insight.web;

import java.util.List;
import org.attune.insight.Quadrant;
import org.attune.insight.Quadrants;

/**
 * One of the four, in the order they are read: up is healthy, right is buying.
 *
 * @param marks its relationships as one path, drawn in a box of {@code width} by {@code height}
 */
record QuadrantTile(String code, long many, String marks, int width, int height) {

    static List<QuadrantTile> of(Quadrants quadrants) {
        List<Quadrant> four = List.of(Quadrant.HEALTHY, Quadrant.HEALTHY_SELLING, Quadrant.NEITHER, Quadrant.SELLING);
        Marks marks = Marks.of(four.stream().mapToLong(quadrants::of).max().orElse(0));
        return four.stream()
                .map(one -> new QuadrantTile(
                        one.code(),
                        quadrants.of(one),
                        marks.path(quadrants.of(one), shape(one)),
                        marks.width(),
                        marks.height()))
                .toList();
    }

    /** Whom a mark stands for, at most: the same in all four, so that they can be compared. */
    static long each(Quadrants quadrants) {
        return Marks.of(quadrants.counts().entrySet().stream()
                        .filter(one -> one.getKey() != Quadrant.UNKNOWN)
                        .mapToLong(one -> one.getValue())
                        .max()
                        .orElse(0))
                .each();
    }

    private static Marks.Shape shape(Quadrant quadrant) {
        return quadrant == Quadrant.HEALTHY || quadrant == Quadrant.HEALTHY_SELLING
                ? Marks.Shape.ROUND
                : Marks.Shape.CORNERED;
    }
}
