package org.attune.scenes;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Looks at the charts on a page as it is drawn just now, beside the tables they stand for. */
final class Drawings {

    /**
     * What is amiss, and which figures showed something. A series is looked for where it should be: there its colour has to be on the
     * canvas. To tell series apart, each is painted once more with what it was painted with.
     */
    private static final String LOOK = """
            async () => {
              for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
              const forced = matchMedia("(forced-colors: active)").matches;
              const tokens = { thriving: "good-fill", steady: "calm-fill", cooling: "warn-fill", risk: "bad-fill", unknown: "none-fill" };
              const swatch = document.body.appendChild(document.createElement("span"));
              const paint = (fill, size) => {
                const pen = Object.assign(document.createElement("canvas"), { width: size, height: size }).getContext("2d");
                pen.fillStyle = fill;
                pen.fillRect(0, 0, size, size);
                return [...pen.getImageData(0, 0, size, size).data];
              };
              const colour = (role) => {
                swatch.style.color = forced ? "CanvasText" : `var(--${tokens[role] ?? `${role}-fill`})`;
                return paint(getComputedStyle(swatch).color, 1);
              };
              const number = (text) => (text.trim() === "–" ? null : Number(text.replaceAll(",", "")));
              const found = { amiss: [], drawn: [] };
              for (const figure of document.querySelectorAll("figure[data-chart]:has(canvas)")) {
                const canvas = figure.querySelector("canvas");
                const chart = Chart.getChart(canvas);
                const amiss = (what) => found.amiss.push(`${figure.dataset.name}: ${what}`);
                if (!chart) {
                  amiss("not drawn");
                  continue;
                }
                const heads = [...figure.querySelectorAll("thead th")].slice(1);
                const rows = [...figure.querySelectorAll("tbody tr")];
                const table = JSON.stringify([
                  rows.map((r) => r.cells[0].textContent),
                  heads.map((h, k) => [h.textContent, rows.map((r) => number(r.cells[k + 1].textContent))]),
                ]);
                const data = JSON.stringify([chart.data.labels, chart.data.datasets.map((d) => [d.label, d.data])]);
                if (table !== data) amiss(`${data} is drawn and ${table} stands in the table`);
                const ratio = chart.currentDevicePixelRatio;
                heads.forEach((head, k) => {
                  const { data: points, type } = chart.getDatasetMeta(k);
                  const areas = chart.data.datasets[k].fill !== undefined && type === "line";
                  const places = points.flatMap((point, at) => {
                    if (!chart.data.datasets[k].data[at]) return [];
                    const { x, y, base, width } = point.getProps(["x", "y", "base", "width"], true);
                    if (type === "bar") return Math.abs(base - y) < 14 ? [] : [[x - width / 2, Math.min(y, base), width, Math.abs(base - y)]];
                    if (!areas) return [[x - 3, y - 3, 6, 6]];
                    const below = k === 0 ? chart.chartArea.bottom : chart.getDatasetMeta(k - 1).data[at].y;
                    return below - y < 14 ? [] : [[x - 8, y, 16, below - y]];
                  });
                  const [r, g, b] = colour(head.dataset.role);
                  const shows = ([x, y, w, h]) => {
                    const { data: there } = canvas.getContext("2d").getImageData(...[x, y, w, h].map((v) => Math.round(v * ratio)));
                    for (let p = 0; p < there.length; p += 4) {
                      const off = Math.abs(there[p] - r) + Math.abs(there[p + 1] - g) + Math.abs(there[p + 2] - b);
                      if (there[p + 3] > 240 && off < 12) return true;
                    }
                    return false;
                  };
                  if (places.length && !places.every(shows)) amiss(`${head.textContent} is not where it should be in ${[r, g, b]}`);
                  if (places.length) found.drawn.push(figure.dataset.name);
                });
                const looks = chart.data.datasets.map((d, k) =>
                  [chart.getDatasetMeta(k).type, paint(d.backgroundColor, 20), d.pointStyle, d.borderDash].join());
                if (new Set(looks).size < looks.length) amiss("two of them look the same");
                const { backgroundColor, titleColor } = chart.options.plugins.tooltip;
                if (backgroundColor === titleColor) amiss(`what is said at a point is ${titleColor} on itself`);
              }
              swatch.remove();
              return found;
            }""";

    /** What is still there of what nobody can press on paper, and what does not fit on it or is not shown. */
    private static final String ON_PAPER = """
            () => {
              const seen = (e) => e.checkVisibility() && e.getBoundingClientRect().height > 0;
              const name = (e) => `${e.tagName} ${e.className?.baseVal ?? e.className} ${e.textContent.trim().slice(0, 40)}`;
              const pressed = ".side, .topbar, .tabbar, .tabs, .narrowing, .takeaway, .toasts, .chart summary";
              const charts = [...document.querySelectorAll("figure[data-chart]:has(canvas) :is(canvas, table)")];
              const hidden = (e) => e.closest(".vh") || getComputedStyle(e).clipPath !== "none";
              const clips = (e) => getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1;
              return [
                ...[...document.querySelectorAll(pressed)].filter(seen).map((e) => `still there: ${name(e)}`),
                ...charts.filter((e) => !seen(e)).map((e) => `not there: ${name(e)}`),
                ...[...document.querySelectorAll("main *")]
                  .filter((e) => seen(e) && !hidden(e) && (e.getBoundingClientRect().right > innerWidth + 1 || clips(e)))
                  .map((e) => `cut off: ${name(e)}`),
              ];
            }""";

    private Drawings() {}

    /**
     * Each chart shows its table, in colours of the theme, and its series can be told apart without them.
     *
     * @return the names of those that show something
     */
    @SuppressWarnings("unchecked")
    static List<String> showTheirTables(Page page) {
        var found = (Map<String, List<String>>) page.evaluate(LOOK);
        Assertions.assertThat(found.get("amiss")).as(page.url()).isEmpty();
        return found.get("drawn");
    }

    /** Nothing is on paper that one would have to press, all else is, and nothing is cut off. */
    static void fitOnPaper(Page page) {
        Assertions.assertThat(page.evaluate(ON_PAPER))
                .as("%s on paper", page.url())
                .isEqualTo(List.of());
    }
}
