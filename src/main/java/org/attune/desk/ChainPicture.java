package org.attune.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.attune.desk.WhoBroughtWhom.Link;
import org.jspecify.annotations.Nullable;

/**
 * The longest chains of introductions as a drawing: from left to right who was brought by whom, from top to bottom one chain after the
 * other. It says nothing that is not in the list of them. More people than one can take in at a glance are not drawn.
 *
 * @param lines from somebody to whom they brought, as SVG paths
 */
public record ChainPicture(int width, int height, List<Dot> dots, List<String> lines) {

    /** @param name none for somebody the viewer does not see */
    public record Dot(int x, int y, @Nullable String name, boolean broughtMany) {}

    private static final int MOST = 40;
    private static final int WIDEST = 1080;
    private static final int ROW = 30;
    private static final int BETWEEN = 14;
    private static final int EDGE = 10;
    private static final int LETTER = 8;
    private static final int UNSEEN = 27;
    private static final int AROUND_NAME = 52;

    /** None where the list says it better: of nobody, or where even one chain is too much for one look. */
    public static @Nullable ChainPicture of(List<Link> chains) {
        List<Link> drawn = new ArrayList<>();
        chains.stream()
                .sorted(Comparator.comparingInt(ChainPicture::people).reversed())
                .forEach(chain -> {
                    if (drawn.stream().mapToInt(ChainPicture::people).sum() + people(chain) <= MOST) {
                        drawn.add(chain);
                    }
                });
        Drawing drawing = new Drawing(columns(drawn));
        drawn.forEach(drawing::chain);
        return drawn.isEmpty() || drawing.width() > WIDEST ? null : drawing.picture();
    }

    private static int people(Link link) {
        return 1 + link.brought().stream().mapToInt(ChainPicture::people).sum();
    }

    /** Where each generation begins: as far right as the longest name before it takes. */
    private static List<Integer> columns(List<Link> links) {
        List<Integer> columns = new ArrayList<>(List.of(EDGE));
        List<Link> generation = links;
        while (!generation.isEmpty()) {
            int longest =
                    generation.stream().mapToInt(ChainPicture::letters).max().orElse(0);
            columns.add(columns.get(columns.size() - 1) + longest * LETTER + AROUND_NAME);
            generation =
                    generation.stream().flatMap(one -> one.brought().stream()).toList();
        }
        return columns;
    }

    private static int letters(Link link) {
        return link.name() == null ? UNSEEN : link.name().length();
    }

    private static final class Drawing {

        private final List<Integer> columns;
        private final List<Dot> dots = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private int y = ROW / 2;

        Drawing(List<Integer> columns) {
            this.columns = columns;
        }

        void chain(Link first) {
            draw(first, 0);
            y += BETWEEN;
        }

        /** Who brought nobody takes a row; everybody else stands in the middle of those they brought. */
        private int draw(Link link, int generation) {
            int x = columns.get(generation);
            List<Integer> below = link.brought().stream()
                    .map(next -> draw(next, generation + 1))
                    .toList();
            int here = below.isEmpty() ? y : (below.get(0) + below.get(below.size() - 1)) / 2;
            if (below.isEmpty()) {
                y += ROW;
            }
            dots.add(new Dot(x, here, link.name(), below.size() > 1));
            int to = columns.get(generation + 1);
            int from = x + letters(link) * LETTER + AROUND_NAME / 3;
            below.forEach(there -> lines.add("M%d %dC%d %d %d %d %d %d"
                    .formatted(from, here, (from + to) / 2, here, (from + to) / 2, there, to - EDGE, there)));
            return here;
        }

        int width() {
            return columns.get(columns.size() - 1);
        }

        ChainPicture picture() {
            return new ChainPicture(width(), y - BETWEEN, List.copyOf(dots), List.copyOf(lines));
        }
    }
}
