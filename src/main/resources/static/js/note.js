// A note in a few keys: Enter takes the first person found and goes on to the note, Ctrl+Enter keeps it.
const find = document.querySelector("[data-find]");
const form = find?.form;
const note = form?.querySelector("textarea[name=note]");
if (form) {
  let found = find.value;                                // the words the list of people belongs to
  let waiting = false;
  const take = () => {
    waiting = false;
    const person = find.value.trim() && document.querySelector("#people input:not(:checked)");
    if (person) person.click();
    if (person || document.querySelector("#people input:checked")) note.focus();
  };
  find.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" || e.isComposing) return;
    e.preventDefault();
    if (found === find.value) take();
    else waiting = true;
  });
  find.addEventListener("input", () => (waiting = false));
  document.addEventListener("htmx:afterSettle", (e) => {
    const asked = e.detail.requestConfig?.parameters?.q;
    if (asked === undefined) return;
    found = asked;
    if (waiting && found === find.value) take();
  });
  form.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" || !(e.ctrlKey || e.metaKey)) return;
    e.preventDefault();
    form.querySelector("button[name=kind][value=note]").click();
  });
}
