// Charts are drawn from the table that sits in the same figure: one source, readable without script. Colours come from the tokens, so
// both themes and both hats work; what colours tell apart, names, patterns or dashes tell apart as well. No inline styles in the page.
const root = document.documentElement;
const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const swatch = document.body.appendChild(Object.assign(document.createElement("span"), { hidden: true }));
const forced = matchMedia("(forced-colors: active)");
const words = "Figtree, sans-serif";
// Where people chose the colours themselves there are two: theirs to write on, and theirs to write with.
const ground = new Set(["paper", "surface"]);

/** What a token is just now, as the browser understands colours on a canvas. */
function token(name, alpha = 1) {
  swatch.style.color = forced.matches ? (ground.has(name) ? "Canvas" : "CanvasText") : `var(--${name})`;
  probe.clearRect(0, 0, 1, 1);
  probe.fillStyle = getComputedStyle(swatch).color;
  probe.fillRect(0, 0, 1, 1);
  const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
  return `rgba(${r},${g},${b},${alpha})`;
}
const fills = {
  them: "them-fill", us: "us-fill", good: "good-fill", warn: "warn-fill", bad: "bad-fill", calm: "calm-fill", thriving: "good-fill",
  steady: "calm-fill", cooling: "warn-fill", risk: "bad-fill", at_risk: "bad-fill", unknown: "none-fill", none: "none-fill", accent: "accent",
};
const fill = (role) => fills[role] ?? "us-fill";

/** The same colour solid, hatched one way, the other way, dotted, ruled: whoever does not see colours sees these. */
function patterned(role, number) {
  const kind = number % 5;
  if (kind === 0) return token(fill(role));
  const tile = document.createElement("canvas");
  tile.width = tile.height = 10;
  const pen = tile.getContext("2d");
  pen.fillStyle = token(fill(role), forced.matches ? 0.12 : 0.55);
  pen.fillRect(0, 0, 10, 10);
  pen.strokeStyle = pen.fillStyle = token(fill(role));
  pen.lineWidth = 2.5;
  pen.beginPath();
  if (kind === 1) for (const x of [-10, 0, 10]) [pen.moveTo(x, 10), pen.lineTo(x + 10, 0)];
  if (kind === 2) for (const x of [-10, 0, 10]) [pen.moveTo(x, 0), pen.lineTo(x + 10, 10)];
  if (kind === 3) pen.arc(5, 5, 2.2, 0, 7);
  if (kind === 4) [pen.moveTo(0, 5), pen.lineTo(10, 5)];
  if (kind === 3) pen.fill();
  else pen.stroke();
  return pen.createPattern(tile, "repeat");
}

function read(figure) {
  const heads = [...figure.querySelectorAll("thead th")].slice(1).map((th) => ({ label: th.textContent, role: th.dataset.role }));
  const rows = [...figure.querySelectorAll("tbody tr")];
  const labels = rows.map((r) => r.cells[0].textContent);
  const value = (cell) => (cell?.dataset.v ? Number(cell.dataset.v) : null);
  const data = heads.map((_, k) => rows.map((r) => value(r.cells[k + 1])));
  const known = labels.filter((_, at) => data.some((column) => column[at] !== null));
  return { heads, labels, data, one: known.length < 2 };
}

// Names at the end of a series instead of a colour legend; where they would stand on each other, one makes room.
const endLabels = {
  id: "endLabels",
  afterDatasetsDraw(chart, _args, opts) {
    if (!opts.on) return;
    const { ctx, chartArea } = chart;
    const places = chart.data.datasets
      .map((d, k) => {
        const points = chart.getDatasetMeta(k).data;
        const at = d.data.findLastIndex((v) => v !== null);
        if (at < 0 || d.noEnd) return null;
        const below = k === 0 ? chartArea.bottom : (chart.getDatasetMeta(k - 1).data[at]?.y ?? chartArea.bottom);
        const y = opts.on === "area" ? (points[at].y + below) / 2 : points[at].y;
        return opts.on === "area" && below - points[at].y < 1 ? null : { label: d.label, y };
      })
      .filter(Boolean)
      .sort((a, b) => b.y - a.y);
    places.forEach((place, k) => (place.y = Math.min(place.y, (places[k - 1]?.y ?? Infinity) - 14)));
    ctx.save();
    ctx.font = `550 12px ${words}`;
    ctx.textBaseline = "middle";
    ctx.fillStyle = token("ink-2");
    for (const place of places) ctx.fillText(place.label, chartArea.right + 8, place.y);
    ctx.restore();
  },
};

/** How much room the longest of these names takes beside the drawing. */
function roomFor(heads) {
  probe.font = `550 12px ${words}`;
  return Math.ceil(Math.max(...heads.map((h) => probe.measureText(h.label).width))) + 14;
}

function options({ stacked = false, max, right = 0, end = false, legend = false } = {}) {
  const ink = token("ink-3");
  const line = token("line");
  return {
    maintainAspectRatio: false,
    animation: false,
    locale: root.lang,
    interaction: { mode: "index", intersect: false },
    layout: { padding: { right } },
    plugins: {
      legend: {
        display: legend, position: "bottom", align: "start",
        labels: { color: token("ink-2"), boxWidth: 14, boxHeight: 12, padding: 14 },
      },
      endLabels: { on: end },
      tooltip: { backgroundColor: token("ink"), titleColor: token("paper"), bodyColor: token("paper"), padding: 10, cornerRadius: 8, boxPadding: 4 },
    },
    scales: {
      x: { stacked, grid: { display: false }, border: { color: line }, ticks: { color: ink } },
      y: { stacked, max, beginAtZero: true, grid: { color: line }, border: { display: false }, ticks: { color: ink, maxTicksLimit: 5, precision: 0 } },
    },
  };
}

const dashes = [[], [7, 4], [2, 3], [10, 3, 2, 3]];
const shapes = ["circle", "rect", "triangle", "rectRot"];
const line = (head, data, k, one) => ({
  label: head.label, data, borderColor: token(fill(head.role)), backgroundColor: token(fill(head.role)), borderWidth: 2.5, borderDash: dashes[k % 4],
  pointStyle: shapes[k % 4], pointRadius: one ? 5 : 3, spanGaps: false, tension: 0.2,
});
const bars = (head, data, k) => ({
  label: head.label, data, backgroundColor: patterned(head.role, k), borderColor: token("surface"), borderWidth: { top: 2 }, borderRadius: 3, maxBarThickness: 30,
});

const kinds = {
  /** Shares of a whole, one upon the other. */
  bands: (t) => ({
    // a single point is no area: then bars say the same
    type: t.one ? "bar" : "line",
    data: {
      labels: t.labels,
      datasets: t.data.map((d, k) => ({
        ...(t.one ? bars(t.heads[k], d, k) : {}),
        label: t.heads[k].label, data: d, fill: k === 0 ? "origin" : "-1", backgroundColor: patterned(t.heads[k].role, k), borderColor: token("surface"),
        borderWidth: 2, pointRadius: 0, tension: 0.2, spanGaps: false,
      })),
    },
    options: options({ stacked: true, right: t.one ? 0 : roomFor(t.heads), end: t.one ? false : "area", legend: t.one }),
  }),
  stack: (t) => ({
    type: "bar",
    data: { labels: t.labels, datasets: t.data.map((d, k) => bars(t.heads[k], d, k)) },
    options: options({ stacked: true, legend: t.heads.length > 1 }),
  }),
  lines: (t) => ({
    type: "line",
    data: { labels: t.labels, datasets: t.data.map((d, k) => line(t.heads[k], d, k, t.one)) },
    options: options({ right: t.heads.length > 1 ? roomFor(t.heads) : 0, end: t.heads.length > 1 ? "line" : false }),
  }),
  /** The first column is health, always 0 to 100, above; the second is what came of it, below: two planes, one time. */
  lead: (t) => {
    const o = options({ right: 4 });
    const base = o.scales.y;
    const title = (text) => ({ display: true, text, color: token("ink-2") });
    o.scales = {
      x: o.scales.x, // the axis named first sits at the bottom
      y2: { ...base, stack: "s", stackWeight: 2, title: title(t.heads[1].label), ticks: { ...base.ticks, maxTicksLimit: 3 } },
      y: { ...base, min: 0, max: 100, stack: "s", stackWeight: 3, offset: true, title: title(t.heads[0].label), ticks: { ...base.ticks, stepSize: 50 } },
    };
    return {
      type: "line",
      data: {
        labels: t.labels,
        datasets: [
          { ...line(t.heads[0], t.data[0], 0, t.one), yAxisID: "y" },
          { type: "bar", ...bars(t.heads[1], t.data[1], 0), yAxisID: "y2" },
        ],
      },
      options: o,
    };
  },
};

const live = new Map();
function draw() {
  if (!window.Chart) return;
  Chart.defaults.font.family = words;
  Chart.defaults.font.size = 12;
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    const canvas = figure.querySelector("canvas");
    const kind = kinds[figure.dataset.chart];
    if (!canvas || !kind) continue;
    if (!live.has(figure)) show(figure, canvas);
    live.get(figure)?.destroy();
    live.set(figure, new Chart(canvas, { ...kind(read(figure)), plugins: [endLabels] }));
  }
}

/** Without a drawing the numbers stand open; with one they fold away. */
function show(figure, canvas) {
  canvas.parentElement.hidden = false;
  const numbers = figure.querySelector("details");
  if (numbers) numbers.open = false;
  const button = figure.querySelector("[data-png]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => takeAway(figure, canvas));
  }
}

/** What is drawn, on paper instead of on nothing. */
function takeAway(figure, canvas) {
  const sheet = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const pen = sheet.getContext("2d");
  pen.fillStyle = token("surface");
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(canvas, 0, 0);
  sheet.toBlob((image) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(image), download: `attune-${figure.dataset.name}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}

/** Paper is light, and on paper nothing unfolds: the numbers stand below each drawing. */
const unfolded = new Set();
function putOnPaper(there) {
  swatch.style.colorScheme = there ? "light" : "";
  for (const numbers of there ? document.querySelectorAll("figure[data-chart] details:not([open])") : unfolded) {
    numbers.open = there;
    unfolded.add(numbers);
  }
  if (!there) unfolded.clear();
  draw();
}

document.fonts.ready.then(draw);
new MutationObserver(draw).observe(root, { attributes: true, attributeFilter: ["data-theme", "data-hat"] });
for (const media of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(media).addEventListener("change", draw);
// Not every browser tells both ways.
matchMedia("print").addEventListener("change", (e) => putOnPaper(e.matches));
addEventListener("beforeprint", () => putOnPaper(true));
addEventListener("afterprint", () => putOnPaper(false));
