// The composer: four moves, one text box, no mouse. Without script it is a plain form with three radio buttons.
const form = document.querySelector("[data-composer]");
const talk = document.querySelector(".talk");

if (form) {
  const box = form.querySelector("textarea");
  const label = form.querySelector("button[type=submit]");
  const words = { listen: [box.placeholder, label.firstChild.textContent], ask: ["What did you ask?", "Log our question"], respond: ["Your answer to what they said.", "Log our response"], tell: ["What you said unasked. It counts as yours.", "Log what we told"] };

  const choose = (move) => {
    const radio = form.querySelector(`input[name=move][value=${move}]`);
    if (!radio) return;
    if (radio.hasAttribute("data-locked")) { document.getElementById("why-locked")?.scrollIntoView({ block: "nearest" }); return; }
    radio.checked = true; show(move); box.focus();
  };
  const show = (move) => {
    form.dataset.move = move; box.placeholder = words[move][0];
    label.firstChild.textContent = words[move][1];
    const answers = form.querySelector(".answers"); if (answers) answers.hidden = move !== "respond";
    for (const b of form.querySelectorAll("[data-only]")) b.hidden = b.dataset.only !== move;
  };
  form.addEventListener("change", (e) => {
    if (e.target.name !== "move") return;
    if (e.target.hasAttribute("data-locked")) { choose("listen"); return; }
    show(e.target.value);
  });
  document.addEventListener("keydown", (e) => {
    if (!e.altKey || e.ctrlKey || e.metaKey) return;
    const move = { Digit1: "listen", Digit2: "ask", Digit3: "respond", Digit4: "tell" }[e.code];
    if (move) { e.preventDefault(); choose(move); }
    const n = { Digit7: 0, Digit8: 1, Digit9: 2 }[e.code];
    if (n !== undefined) { const b = document.querySelectorAll(".ask-list [data-ask]")[n]; if (b) { e.preventDefault(); b.click(); } }
    if (e.code === "Digit5") { e.preventDefault(); step(form.querySelectorAll("input[name=speaker]")); }
    if (e.code === "Digit6") { e.preventDefault(); const how = form.querySelector("select[name=how]"); how.selectedIndex = (how.selectedIndex + 1) % how.length; }
    if (e.code === "Digit0") document.querySelector(".talk-head .keep[href*=closing]")?.click();
  });
  // Typing "h:" at the start names the speaker, as in a written dialogue; Alt 5 steps to the next one. The last speaker is kept.
  const step = (radios) => { const all = [...radios], at = all.findIndex((r) => r.checked); if (all.length) all[(at + 1) % all.length].checked = true; box.focus(); };
  box.addEventListener("input", () => {
    if (form.dataset.move !== "listen") return;
    const m = /^(\p{L}{1,2}:)\s/u.exec(box.value);
    const key = m && [...form.querySelectorAll(".speak kbd")].find((k) => k.textContent === m[1].toLowerCase());
    if (key) { key.closest("label").querySelector("input").checked = true; box.value = box.value.slice(m[0].length); }
  });
  box.addEventListener("keydown", (e) => {
    const touch = matchMedia("(pointer: coarse)").matches;      // on a phone, Enter is a new line and the button logs
    if (e.key === "Enter" && !e.shiftKey && !e.isComposing && !touch) { e.preventDefault(); form.requestSubmit(); }
    if (e.key === " " && box.value === "?") { e.preventDefault(); box.value = ""; choose("ask"); }
    if (e.key === " " && box.value === "!") { e.preventDefault(); box.value = ""; choose("respond"); }
  });
  for (const b of document.querySelectorAll("[data-ask]")) b.addEventListener("click", () => { choose("ask"); box.value = b.dataset.ask || b.firstChild.textContent.trim(); });
  for (const b of document.querySelectorAll("[data-move-to]")) b.addEventListener("click", () => choose(b.dataset.moveTo));
  if (!location.hash) scrollTo(0, document.documentElement.scrollHeight);   // the latest turn sits above the composer
  if (matchMedia("(pointer: fine) and (width >= 640px)").matches) box.focus({ preventScroll: true });
}

for (const b of document.querySelectorAll(".talk-tabs [data-view]")) b.addEventListener("click", () => {
  talk.dataset.view = b.dataset.view;
  for (const o of document.querySelectorAll(".talk-tabs [data-view]")) o.setAttribute("aria-selected", String(o === b));
});

// Closing: one key each, while no text field has the focus. The step's keys come before those of the shell ("g", "h").
const closing = document.querySelector(".closing");
if (closing) document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input:not([type=radio],[type=checkbox]), textarea, select")) return;
  for (const c of closing.querySelectorAll(".choice")) if (c.querySelector("kbd")?.textContent === e.key) { e.preventDefault(); e.stopImmediatePropagation(); c.querySelector("input").click(); }
}, true);

// Jot mode: keys sort the proposal that has the focus; text fields keep their letters.
const props = document.querySelector("[data-jot]");
if (props) document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest("textarea, select")) return;
  for (const k of props.querySelectorAll(".prop.now kbd")) if (k.textContent === e.key) {
    e.preventDefault(); e.stopImmediatePropagation(); (k.closest("label")?.querySelector("input") ?? k.closest("button")).click();
  }
}, true);
