package org.attune.health;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the health of a relationship moved, ready to be drawn: it stays what it is until it changes, and where it was unknown there
 * is no line. It begins with the first score, at most ninety days ago.
 *
 * @param line the path of it, {@link #WIDTH} wide and {@link #HEIGHT} high
 * @param area the same down to the ground
 * @param first the first score within these days, of that day
 * @param last the score now
 */
public record HealthCourse(String line, String area, LocalDate since, int first, int last) {

    public static final int WIDTH = 120;
    public static final int HEIGHT = 34;
    static final int DAYS = 90;

    private static final double ROOM = 30;
    private static final double TOP = 2;

    /** What it was from that day on; none: unknown. */
    record Point(LocalDate day, @Nullable Integer score) {}

    /**
     * @param points by their days; the first may be older than what is drawn
     * @return nothing where there is no score now, or none before today
     */
    static Optional<HealthCourse> of(List<Point> points, LocalDate today) {
        LocalDate begin = points.stream()
                .filter(point -> point.score() != null)
                .map(Point::day)
                .findFirst()
                .filter(today.minusDays(DAYS)::isBefore)
                .orElse(today.minusDays(DAYS));
        Integer last = points.isEmpty() ? null : points.get(points.size() - 1).score();
        if (last == null || !begin.isBefore(today)) {
            return Optional.empty();
        }
        Drawing drawing = new Drawing(begin, today);
        for (int n = 0; n < points.size(); n++) {
            LocalDate end = n + 1 < points.size() ? points.get(n + 1).day() : today;
            drawing.add(points.get(n), end);
        }
        return drawing.course(last);
    }

    public boolean isMoved() {
        return first != last;
    }

    private static final class Drawing {

        private final LocalDate begin;
        private final long days;
        private final StringBuilder line = new StringBuilder();
        private final StringBuilder area = new StringBuilder();
        private boolean drawn;
        private @Nullable LocalDate since;
        private int first;

        Drawing(LocalDate begin, LocalDate today) {
            this.begin = begin;
            this.days = ChronoUnit.DAYS.between(begin, today);
        }

        void add(Point point, LocalDate end) {
            Integer score = point.score();
            if (score == null) {
                ground();
                return;
            }
            if (since == null) {
                since = point.day().isBefore(begin) ? begin : point.day();
                first = score;
            }
            String x = number(x(point.day()));
            String y = number(TOP + ROOM * (100 - score) / 100);
            line.append(drawn ? "V" + y : "M" + x + " " + y);
            area.append(drawn ? "V" + y : "M" + x + " " + HEIGHT + "V" + y);
            String until = "H" + number(x(end));
            line.append(until);
            area.append(until);
            drawn = true;
        }

        Optional<HealthCourse> course(int last) {
            ground();
            LocalDate from = since;
            return from == null
                    ? Optional.empty()
                    : Optional.of(new HealthCourse(line.toString(), area.toString(), from, first, last));
        }

        private void ground() {
            if (drawn) {
                area.append("V").append(HEIGHT).append("Z");
                drawn = false;
            }
        }

        private double x(LocalDate day) {
            return Math.max(0, Math.min(WIDTH, (double) WIDTH * ChronoUnit.DAYS.between(begin, day) / days));
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
