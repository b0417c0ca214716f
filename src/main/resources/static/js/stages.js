// The order of stages and other lists by dragging, and by arrow keys on the grip. Both press the buttons that are there without script.
for (const list of document.querySelectorAll("[data-sortable]")) {
  list.classList.add("sortable");
  for (const grip of list.querySelectorAll(".grip")) {
    grip.hidden = false;
    grip.addEventListener("keydown", (e) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[e.key];
      if (!step) return;
      e.preventDefault();
      const row = grip.closest("li");
      const place = Number(row.dataset.place) + step;
      if (place >= 1 && place <= list.children.length) put(row, place);
    });
    grip.addEventListener("pointerdown", (e) => drag(list, grip, e));
  }
}

function drag(list, grip, start) {
  if (start.button !== 0) return;
  const row = grip.closest("li");
  const before = [...list.children];
  start.preventDefault();
  row.classList.add("dragged");
  const over = (e) => {
    const other = [...list.children].find((li) => {
      const box = li.getBoundingClientRect();
      return li !== row && e.clientY > box.top && e.clientY < box.bottom;
    });
    if (!other) return;
    const box = other.getBoundingClientRect();
    if (e.clientY > box.top + box.height / 2) other.after(row);
    else other.before(row);
  };
  const end = (e) => {
    window.removeEventListener("pointermove", over);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
    row.classList.remove("dragged");
    if (e.type === "pointercancel") list.replaceChildren(...before);
    else if (list.children[before.indexOf(row)] !== row) put(row, [...list.children].indexOf(row) + 1);
  };
  // On the window: a row that moves in the document would lose a pointer it had captured.
  window.addEventListener("pointermove", over);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}

function put(row, place) {
  const form = row.querySelector("form.updown");
  const to = document.createElement("input");
  to.type = "hidden";
  to.name = "place";
  to.value = place;
  form.append(to);
  form.submit();
}

// The page comes anew after each move; whoever uses the keys goes on where they were.
const moved = new URLSearchParams(location.search).get("moved");
if (moved) document.querySelector(`:is(#stage-${CSS.escape(moved)}, #placed-${CSS.escape(moved)}, #q-${CSS.escape(moved)}) .grip`)?.focus();
