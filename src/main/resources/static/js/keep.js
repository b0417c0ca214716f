// What is typed and not yet sent stays in this browser and is offered back after a crash, a closed tab, a lost connection or an
// expired session. A form asks for it with data-keep="<a name that contains the person's id>"; data-keep-note names where to say so.
// Each tab keeps its own; the page names that module's address with the hash of its content.
const { keyOf, left, nobodys } = await import(document.getElementById("tab-module").href);
const PREFIX = "attune:kept:";
const write = (key, value) => {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;                                        // no room or no permission: the page still works, it only keeps nothing
  }
};
const time = (at) => new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }).format(new Date(at));

const fields = (form) =>
  [...form.elements].filter((f) => f.name && !["hidden", "password", "submit", "button", "file"].includes(f.type) && f.name !== "_csrf");
const valuesOf = (form) => fields(form).map((f) => [f.name, f.value, ["radio", "checkbox"].includes(f.type) ? f.checked : null]);
const hasWords = (values) => values.some(([, value, checked]) => checked === null && value.trim() !== "");

function putBack(form, values) {
  for (const [name, value, checked] of values) {
    const all = fields(form).filter((f) => f.name === name);
    const f = checked === null ? all[0] : all.find((o) => o.value === value);
    if (!f) continue;
    if (checked === null) f.value = value;
    else f.checked = checked;
    f.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

export async function keep(form) {
  const name = PREFIX + form.dataset.keep;
  let key = nobodys(name);
  const note = document.getElementById(form.dataset.keepNote);
  const pristine = JSON.stringify(valuesOf(form));
  let timer = 0;
  const save = () => {
    const values = valuesOf(form);
    if (JSON.stringify(values) === pristine || !hasWords(values)) return;
    const at = Date.now();
    if (write(key, { at, values }) && note) note.textContent = note.dataset.kept.replace("{0}", time(at));
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, 400);
  });
  addEventListener("pagehide", save);
  form.addEventListener("submit", () => {
    save();
    sessionStorage.setItem("attune:sent", key);
  });
  const mine = await keyOf(name);
  localStorage.removeItem(key);
  key = mine;
  const kept = await left(name);
  if (kept && hasWords(kept.values) && JSON.stringify(kept.values) !== pristine) offer(form, key, kept);
  save();
}

// Offered, not forced: somebody may have written it anew meanwhile.
function offer(form, key, kept) {
  const template = document.getElementById("kept-offer");
  if (!template) return;
  const box = template.content.firstElementChild.cloneNode(true);
  box.querySelector("[data-when]").textContent = time(kept.at);
  box.querySelector("[data-back]").addEventListener("click", () => {
    putBack(form, kept.values);
    box.remove();
  });
  box.querySelector("[data-away]").addEventListener("click", () => {
    write(key, null);
    box.remove();
  });
  form.prepend(box);
}

for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
