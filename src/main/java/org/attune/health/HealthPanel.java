package org.attune.health;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The health of one relationship as its page shows it.
 *
 * @param course how it moved; none where there was no score
 * @param hands who took over, where that is not long ago
 */
public record HealthPanel(
        HealthView health,
        List<Line> lines,
        @Nullable HealthCourse course,
        @Nullable NewHands hands,
        List<NextMove> moves) {

    /**
     * A factor with its sentences.
     *
     * @param counts whether its points are part of a sum
     */
    public record Line(Part part, boolean counts, List<Sentence> sentences) {

        private static final int GOOD = 80;
        private static final int FAIR = 60;
        private static final int SLACK = 40;

        /** How its bar looks, by the same marks as the bands. */
        public String look() {
            Integer value = part.value();
            if (value == null || value >= FAIR && value < GOOD) {
                return "";
            }
            return value >= GOOD ? "good" : value >= SLACK ? "warn" : "bad";
        }
    }

    /** @param link to what it stands on, without the context path; none where there is nothing to open */
    public record Sentence(String text, @Nullable String link) {}

    /** Somebody else works with them since that day. */
    public record NewHands(String from, String to, LocalDate since) {}

    public HealthPanel {
        lines = List.copyOf(lines);
        moves = List.copyOf(moves);
    }
}
