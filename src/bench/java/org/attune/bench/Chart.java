package org.attune.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.attune.bench.Results.PageResult;
import org.attune.bench.Results.Pages;

/**
 * Draws the 95th percentile of each page at each size, and its budget as an upright stroke: sizes differ by shape as well as by colour, and
 * the picture follows whether the reader likes it light or dark.
 */
final class Chart {

    private static final int LEFT = 330;
    private static final int WIDTH = 960;
    private static final int ROW = 20;
    private static final int TOP = 64;
    private static final double LEAST = 0.2;

    private final StringBuilder svg = new StringBuilder();
    private final Map<Integer, Pages> sizes;
    private final double most;

    private Chart(Map<Integer, Pages> sizes) {
        this.sizes = sizes;
        this.most = sizes.values().stream()
                .flatMap(one -> one.pages().stream())
                .filter(page -> !Double.isNaN(page.time().p95()))
                .mapToDouble(page -> page.time().p95())
                .max()
                .orElse(100);
    }

    static String of(Map<Integer, Pages> sizes) {
        return new Chart(sizes).draw();
    }

    private String draw() {
        List<PageResult> rows = new ArrayList<>();
        sizes.values().forEach(pages -> pages.pages().stream()
                .filter(page -> rows.stream().noneMatch(row -> same(row, page)))
                .forEach(rows::add));
        int height = TOP + rows.size() * ROW + 16;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="The 95th percentile of each page at each size, in milliseconds, beside its budget">
                <style>
                text { font: 12px system-ui, sans-serif; fill: #24292f } .grid { stroke: #d0d7de } .budget { stroke: #24292f; stroke-width: 2 }
                .s0 { fill: #0550ae } .s1 { fill: #9a5b00 } .s2 { fill: #116329 } .s3 { fill: #6e3fa3 } .paper { fill: #ffffff }
                @media (prefers-color-scheme: dark) { text { fill: #d1d7e0 } .grid { stroke: #3d444d } .budget { stroke: #d1d7e0 }
                .s0 { fill: #79b8ff } .s1 { fill: #f0b849 } .s2 { fill: #6fdd8b } .s3 { fill: #cdaaff } .paper { fill: #151b23 } }
                </style>
                <rect class="paper" width="%1$d" height="%2$d"/>
                """.formatted(WIDTH, height));
        legend();
        grid(height);
        for (int n = 0; n < rows.size(); n++) {
            row(rows.get(n), TOP + n * ROW + ROW / 2);
        }
        return svg.append("</svg>\n").toString();
    }

    private void legend() {
        int x = LEFT;
        int kind = 0;
        for (int size : sizes.keySet()) {
            mark(kind++, x, 18);
            svg.append("<text x=\"%d\" y=\"22\">%s contacts</text>%n"
                    .formatted(x + 12, String.format(Locale.ROOT, "%,d", size)));
            x += 150;
        }
        svg.append(
                "<path class=\"budget\" d=\"M%d 10v16\"/><text x=\"%d\" y=\"22\">budget</text>%n".formatted(x, x + 12));
    }

    private void grid(int height) {
        for (double tick = 1; tick <= most * 2; tick *= 10) {
            for (double at : new double[] {tick, 2 * tick, 5 * tick}) {
                if (at <= most * 1.3) {
                    svg.append(
                            "<path class=\"grid\" d=\"M%d %dV%d\"/><text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
                                    .formatted(
                                            x(at),
                                            TOP - 8,
                                            height - 8,
                                            x(at),
                                            TOP - 14,
                                            String.format(Locale.ROOT, "%.0f", at)));
                }
            }
        }
        svg.append("<text x=\"12\" y=\"%d\">milliseconds, p95</text>%n".formatted(TOP - 14));
    }

    private void row(PageResult page, int y) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                .formatted(
                        LEFT - 12, y + 4, escaped(page.name() + (page.role().equals("manager") ? ", manager" : ""))));
        Integer budget = page.budget();
        if (budget != null) {
            svg.append("<path class=\"budget\" d=\"M%d %dv14\"/>%n".formatted(x(budget), y - 7));
        }
        int kind = 0;
        for (Pages one : sizes.values()) {
            int shape = kind++;
            one.pages().stream()
                    .filter(other ->
                            same(other, page) && !Double.isNaN(other.time().p95()))
                    .forEach(other -> mark(shape, x(other.time().p95()), y));
        }
    }

    private void mark(int kind, int x, int y) {
        String shape =
                switch (kind % 3) {
                    case 0 -> "<circle class=\"s%d\" cx=\"%d\" cy=\"%d\" r=\"4.5\"/>".formatted(kind, x, y);
                    case 1 ->
                        "<rect class=\"s%d\" x=\"%d\" y=\"%d\" width=\"8\" height=\"8\"/>"
                                .formatted(kind, x - 4, y - 4);
                    default -> "<path class=\"s%d\" d=\"M%d %dl6 10h-12z\"/>".formatted(kind, x, y - 6);
                };
        svg.append(shape).append('\n');
    }

    /** As many pixels for each doubling. */
    private int x(double millis) {
        double part = Math.log(Math.max(LEAST, millis) / LEAST) / Math.log(Math.max(2, most * 1.3) / LEAST);
        return LEFT + (int) Math.round(part * (WIDTH - LEFT - 24));
    }

    private static boolean same(PageResult one, PageResult other) {
        return one.name().equals(other.name()) && one.role().equals(other.role());
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }
}
