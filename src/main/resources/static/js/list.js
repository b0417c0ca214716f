// A list with boxes to tick: the bulk bar appears when something is chosen. Without script, the bar is simply always there.
const form = document.querySelector("[data-bulk]");
if (form) {
  const boxes = () => [...form.querySelectorAll("tbody input[type=checkbox]")];
  const all = form.querySelector("[data-all]");
  const bar = form.querySelector(".bulkbar");
  const sync = () => {
    const n = boxes().filter((b) => b.checked).length;
    bar.hidden = n === 0;
    bar.querySelector("[data-count]").textContent = n;
    all.checked = n > 0 && n === boxes().length;
    all.indeterminate = n > 0 && n < boxes().length;
  };
  form.addEventListener("change", (e) => {
    if (e.target === all) boxes().forEach((b) => (b.checked = all.checked));
    sync();
  });
  form.addEventListener("htmx:afterSwap", sync);
  form.querySelector("[data-clear]").addEventListener("click", () => {
    boxes().forEach((b) => (b.checked = false));
    sync();
  });
  sync();
}
