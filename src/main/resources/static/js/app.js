// Shell behaviour: dialogs, shortcuts, the palette, requests that fail. Everything here is an enhancement: links and forms work without it.
const root = document.documentElement;

document.addEventListener("click", (e) => {
  const opener = e.target.closest("[data-open]");
  if (opener) {
    e.preventDefault();
    document.getElementById(opener.dataset.open)?.showModal();
  }
  if (e.target.closest("[data-dismiss]")) e.target.closest(".toast, .note")?.remove();
  for (const d of document.querySelectorAll("details.me[open], details.addm[open], details.pop[open]")) if (!d.contains(e.target)) d.open = false;
});
document.addEventListener("keydown", (e) => {
  if (e.key !== "Escape") return;
  const menu = e.target.closest?.("details.me[open], details.addm[open], details.pop[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// Single-letter keys never fire while someone is typing (WCAG 2.1.4); Preferences switches them off (data-keys="off").
const typing = (t) => t.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
let prefix = "";
document.addEventListener("keydown", (e) => {
  if (root.dataset.keys === "off" || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
  if (typing(e.target) || document.querySelector("dialog[open]")) return;
  const key = e.key.toLowerCase();
  if (prefix === "g") {
    prefix = "";
    document.querySelector(`.nav [data-go="${CSS.escape(key)}"]`)?.click();
    return;
  }
  if (key === "g") {
    prefix = "g";
    setTimeout(() => (prefix = ""), 900);
    return;
  }
  if (key === "/" || key === "?") {
    const dialog = document.getElementById(key === "/" ? "palette" : "keys");
    if (dialog) {
      e.preventDefault();
      dialog.showModal();
      dialog.querySelector("input[name=q]")?.select();
    }
    return;
  }
  if (key === "h") document.querySelector('.side form.hat button[aria-pressed="false"]')?.click();
  if (key === "j" || key === "k") moveFocus(key === "j" ? 1 : -1);
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (target) {
    e.preventDefault();
    target.click();
  }
});
function moveFocus(step) {
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  if (!rows.length) return;
  const at = rows.findIndex((r) => r.contains(document.activeElement));
  const row = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  (row.querySelector("a") ?? row.querySelector("button, input"))?.focus();
}

// The palette: arrows move through what was found, Enter opens it; with nothing chosen, Enter searches.
// Fingers are faster than answers: keys that come before what was typed has been looked for wait for it.
const palette = document.getElementById("palette");
const wanted = palette?.querySelector("input[name=q]");
let shownFor = "";
let early = [];
palette?.addEventListener("keydown", (e) => {
  if (e.target !== wanted || !["ArrowDown", "ArrowUp", "Enter"].includes(e.key)) {
    early = [];
    return;
  }
  if (wanted.value !== shownFor && (e.key !== "Enter" || early.length)) {
    early.push(e.key);
    e.preventDefault();
  } else if (press(e.key)) {
    e.preventDefault();
  }
});
document.addEventListener("htmx:afterSettle", (e) => {
  if (e.detail.target?.id !== "palette-found") return;
  shownFor = e.detail.requestConfig.parameters.q ?? "";
  if (!palette.querySelector("[data-active]")) choose(null, null);
  if (wanted.value !== shownFor) return;
  const keys = early.splice(0);
  if (palette.querySelector("#palette-found [href]")) keys.forEach(press);
  else if (keys.includes("Enter")) wanted.form.requestSubmit();
});
/** The chosen line is announced while the words stay where one types. */
function choose(before, next) {
  before?.removeAttribute("data-active");
  before?.setAttribute("aria-selected", "false");
  next?.setAttribute("data-active", "");
  next?.setAttribute("aria-selected", "true");
  if (next) wanted.setAttribute("aria-activedescendant", next.id);
  else wanted.removeAttribute("aria-activedescendant");
}
/** Whether the key had something to do here. */
function press(key) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const links = [...palette.querySelectorAll(".results :is(a[href], button)")];
  const at = links.findIndex((l) => l.hasAttribute("data-active"));
  if (step && links.length) {
    const next = links[(Math.max(at, step < 0 ? 0 : -1) + step + links.length) % links.length];
    choose(links[at], next);
    next.scrollIntoView({ block: "nearest" });
  }
  if (key === "Enter" && at >= 0) links[at].click();
  return Boolean(step) || at >= 0;
}

// htmx: the token against forged requests, and answers that say where they belong.
const token = document.querySelector('meta[name="csrf-token"]');
document.addEventListener("htmx:configRequest", (e) => {
  if (token && e.detail.verb !== "get") e.detail.headers[token.dataset.header] = token.content;
});
document.addEventListener("htmx:beforeSwap", (e) => {
  if (e.detail.xhr.getResponseHeader("HX-Retarget")) e.detail.shouldSwap = true;
});
// Whoever signed in anew in another tab has another token than this page; the refusal brings it along. For somebody else nothing is sent.
document.addEventListener("htmx:afterRequest", (e) => {
  const fresh = e.detail.xhr?.getResponseHeader("X-Token");
  if (!fresh || e.detail.xhr.getResponseHeader("X-Token-Of") !== token?.dataset.person) return;
  token.content = fresh;
  for (const field of document.querySelectorAll("input[name=_csrf]")) field.value = fresh;
});
const toasts = document.getElementById("toasts");
document.addEventListener("htmx:sendError", (e) => {
  // Turns say beside the composer that they wait here; what could help with the next one is not missed.
  if (!["turns", "fitting-next"].includes(e.target.id)) toasts?.replaceChildren(document.getElementById("not-reached").content.cloneNode(true));
});

// A form that was sent (see keep.js) is only forgotten once the answer shows that it arrived. This is looked at on every page, for the
// next one may be the sign-in or an error: neither has taken anything.
const sent = sessionStorage.getItem("attune:sent");
if (sent) {
  const status = performance.getEntriesByType("navigation")[0]?.responseStatus ?? 200;
  const arrived = status === 200 && !/^\/(sign-in|set-up)/.test(location.pathname) && !document.querySelector("#summary, [aria-invalid=true]");
  if (arrived) localStorage.removeItem(sent);
  // On its way past the sign-in it is not there yet.
  if (!document.querySelector("[data-unsent]")) sessionStorage.removeItem("attune:sent");
}

// Whoever signs out on purpose leaves no customer's words behind on this machine.
for (const form of document.querySelectorAll('form[action$="/sign-out"]')) {
  form.addEventListener("submit", () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("attune:")) localStorage.removeItem(key);
  });
}

// A reply to copy. Without this it is text that can be selected. Where the browser keeps the clipboard to itself (no HTTPS), the text is
// selected, so that one key copies it.
const offerCopies = () => {
  for (const place of document.querySelectorAll("[data-copy][hidden]")) place.hidden = false;
};
offerCopies();
document.addEventListener("htmx:load", offerCopies);
document.addEventListener("click", async (e) => {
  const button = e.target.closest("[data-copy] button");
  if (!button) return;
  const words = button.closest(".note").querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(words.innerText.trim());
    button.textContent = button.dataset.done;
    button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
  } catch {
    getSelection().selectAllChildren(words);
  }
});

// A row of tabs wider than the phone begins at the one that is open.
for (const on of document.querySelectorAll('.tabs [aria-current="page"]')) {
  const row = on.parentElement;
  row.scrollLeft += on.getBoundingClientRect().left - row.getBoundingClientRect().left - 24;
}
