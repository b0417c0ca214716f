// The conversation: four moves, one text box, no mouse. Without script it is a plain form with radio buttons; nothing here decides
// anything, the server does.
const talk = document.querySelector(".talk");
const form = document.querySelector("[data-composer]");
// The page names the module's address with the hash of its content; a plain import would find an old one in the cache.
const { Outbox, newId } = form ? await import(form.dataset.outbox) : {};
const { keyOf, left, nobodys } = form ? await import(document.getElementById("tab-module").href) : {};
const touch = matchMedia("(pointer: coarse)");

// Which turns stand here: the server sends only those again, since others have no place to go to.
document.addEventListener("htmx:configRequest", (e) => {
  const all = document.querySelectorAll("#turns [data-seq]");
  if (all.length) e.detail.headers["X-Turns"] = all[0].dataset.seq + "-" + all[all.length - 1].dataset.seq;
});

if (form) {
  const box = form.querySelector("textarea[name=text]");
  const submit = form.querySelector("footer button[type=submit]");
  const kept = document.getElementById("kept");
  const dialogue = document.getElementById("turns");
  const draftName = "attune:draft:" + form.dataset.person + ":" + form.dataset.conversation;
  let draftKey = nobodys(draftName);                      // each tab has its own; until it knows its name, one that is nobody's

  // Moves. The words of each come with the page, as data on its radio button.
  const moves = () => [...form.querySelectorAll("input[name=move]")];
  const move = () => moves().find((m) => m.checked)?.value ?? "listen";
  const show = () => {
    const chosen = moves().find((m) => m.checked);
    form.dataset.move = chosen.value;
    box.placeholder = chosen.dataset.placeholder;
    form.querySelector("label[for=said]").textContent = chosen.dataset.placeholder;
    submit.firstChild.textContent = chosen.dataset.submit;
  };
  const choose = (value) => {
    const radio = moves().find((m) => m.value === value);
    if (!radio) return;
    if (radio.dataset.locked !== undefined) {
      document.getElementById("why-locked")?.scrollIntoView({ block: "nearest" });
      radio.focus();
      return;
    }
    radio.checked = true;
    show();
    box.focus();
  };
  form.addEventListener("change", (e) => {
    if (e.target.name !== "move") return;
    if (e.target.dataset.locked !== undefined) choose("listen");
    else show();
  });

  // The question of the bank that was taken; whoever empties the box asks something else.
  const taken = form.elements.namedItem("question");

  // Drafts: every letter stays in this browser until the turn is acknowledged.
  const draft = () => localStorage.setItem(draftKey, JSON.stringify({ text: box.value, move: move(), question: taken.value, at: Date.now() }));
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  box.addEventListener("input", () => {
    if (!box.value.trim()) taken.value = "";
    if (box.value.trim()) draft();
    else localStorage.removeItem(draftKey);
    kept.textContent = box.value.trim() ? kept.dataset.kept.replace("{0}", clock.format(new Date())) : kept.dataset.idle;
  });
  const put = (text, value, question = "") => {
    if (value) choose(value);
    taken.value = question;
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };

  // Whoever signed in anew in another tab has another token than this page. For somebody else nothing is sent.
  const tokenRenewed = async () => {
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector('meta[name="csrf-token"]');
    const person = page.querySelector("[data-composer]")?.dataset.person;
    if (!fresh || person !== form.dataset.person) return false;
    document.querySelector('meta[name="csrf-token"]').content = fresh.content;
    for (const field of document.querySelectorAll("input[name=_csrf]")) field.value = fresh.content;
    return true;
  };

  // One request after the other writes into the dialogue; what another one brought while this one waited is not asked for again.
  const last = () => dialogue.querySelector("li.turn:last-of-type")?.dataset.seq ?? "0";
  dialogue.addEventListener("htmx:configRequest", (e) => {
    if (e.target === dialogue) e.detail.parameters.after = last();
  });

  // Sending.
  const send = async (item) => {
    const status = await post(item);
    if (status === 200) return "done";
    if (status === 403) return (await tokenRenewed().catch(() => false)) && (await post(item)) === 200 ? "done" : "later";
    if (status === 0 || status === 401 || status === 429 || status >= 500) return "later";
    return "refused";
  };
  const post = async (item) => {
    let status = 0;
    let focusWasHere = document.activeElement === box;
    const done = (e) => {
      if (e.detail.requestConfig?.headers["X-Turn"] === item.id) status = e.detail.xhr.status;
    };
    document.addEventListener("htmx:afterRequest", done);
    try {
      await htmx.ajax("POST", form.action, {
        source: dialogue,
        target: "#turns",
        swap: "beforeend",
        values: { ...item.values, id: item.id, after: last() },
        headers: { "X-Turn": item.id },
      });
    } catch {
      status = 0;
    } finally {
      document.removeEventListener("htmx:afterRequest", done);
    }
    if (focusWasHere) box.focus({ preventScroll: true });
    return status;
  };
  const news = new BroadcastChannel("attune:conversation:" + form.dataset.conversation);
  const outbox = new Outbox(form.dataset.person + ":" + form.dataset.conversation, send, (waiting, refused) => {
    const line = document.getElementById("waiting");
    line.hidden = waiting.length === 0;
    line.querySelector("[data-count]").textContent = waiting.length;
    line.querySelector("ol").replaceChildren(
      ...waiting.map((item) => Object.assign(document.createElement("li"), { textContent: item.values.text })),
    );
    if (refused) {
      put([refused.values.text, box.value].filter(Boolean).join("\n"), refused.values.move, refused.values.question);
      const picked = [refused.values.answers, refused.values.uses].flat();
      for (const pick of picks()) if (picked.includes(pick.value)) pick.checked = true;
      htmx.trigger("#fitting-next", "refused");
    } else document.getElementById("composer-errors").replaceChildren();
    if (waiting.length === 0) news.postMessage("turns");
    scrollToEnd();
  });

  // What nearly says the same and was told to others is pointed out once the words rest for a moment; it stops nobody.
  // Its place stays: with it would go the question that waits until the one before is answered.
  const SHORTEST = 40;
  let resting = 0;
  const lookAlike = () => {
    clearTimeout(resting);
    const place = document.getElementById("alike");
    if (move() !== "respond" || box.value.trim().length < SHORTEST) {
      place.replaceChildren();
      return;
    }
    resting = setTimeout(() => {
      if (!window.htmx) return;
      htmx.ajax("POST", form.dataset.alike, { source: place, target: "#alike", select: "#alike > *", swap: "innerHTML", values: { text: box.value } }).catch(() => {});
    }, 700);
  };
  box.addEventListener("input", lookAlike);
  form.addEventListener("change", lookAlike);

  form.addEventListener("submit", (e) => {
    if (!window.htmx) return;
    e.preventDefault();
    if (!box.value.trim()) {
      box.focus();
      return;
    }
    const values = {};
    for (const [name, value] of new FormData(form)) {
      if (name === "id" || name === "_csrf") continue;
      values[name] = name in values ? [values[name], value].flat() : value;
    }
    box.value = "";
    taken.value = "";
    const understanding = form.querySelector("[name=understanding]");
    if (understanding) understanding.value = "";
    localStorage.removeItem(draftKey);
    kept.textContent = kept.dataset.idle;
    outbox.put({ id: newId(), values });
    lookAlike();
    // After ours, the suggested move is to listen.
    if (values.move !== "listen") choose("listen");
  });

  // Keys. On a phone Enter is a new line and the button logs.
  const speakers = () => [...form.querySelectorAll("input[name=speaker]")];
  const nextSpeaker = () => {
    const all = speakers();
    if (all.length) all[(all.findIndex((r) => r.checked) + 1) % all.length].checked = true;
    box.focus();
  };
  const nextExactness = () => {
    const how = form.querySelector("select[name=how]");
    how.selectedIndex = (how.selectedIndex + 1) % how.length;
  };
  const suggested = (n) => document.querySelectorAll(move() === "respond" ? "#fitting input" : "#following [data-ask]")[n]?.click();
  const keys = {
    Digit1: () => choose("listen"),
    Digit2: () => choose("ask"),
    Digit3: () => choose("respond"),
    Digit4: () => choose("tell"),
    Digit5: nextSpeaker,
    Digit6: nextExactness,
    Digit7: () => suggested(0),
    Digit8: () => suggested(1),
    Digit9: () => suggested(2),
    Digit0: () => document.querySelector("[data-close]")?.click(),
    KeyA: () => [...document.querySelectorAll("[data-no-answer]")].at(-1)?.click(),
    KeyH: () => document.querySelector('.side form.hat button[aria-pressed="false"]')?.click(),
    KeyB: () => document.querySelector("[data-broke-off]")?.click(),
  };
  document.addEventListener("keydown", (e) => {
    if (!e.altKey || e.ctrlKey || e.metaKey || !keys[e.code]) return;
    e.preventDefault();
    keys[e.code]();
  });
  box.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && !e.shiftKey && !e.isComposing && !touch.matches) {
      e.preventDefault();
      form.requestSubmit();
    }
    if (e.key === " " && (box.value === "?" || box.value === "!")) {
      const to = box.value === "?" ? "ask" : "respond";
      e.preventDefault();
      put("");
      choose(to);
    }
  });
  // "h:" at the start names the speaker, as in a written dialogue.
  box.addEventListener("input", () => {
    if (move() !== "listen") return;
    const m = /^(\p{L}{1,2}:)\s/u.exec(box.value);
    const key = m && [...form.querySelectorAll(".speak kbd")].find((k) => k.textContent === m[1].toLowerCase());
    if (!key) return;
    key.closest("label").querySelector("input").checked = true;
    box.value = box.value.slice(m[0].length);
  });
  document.addEventListener("click", (e) => {
    const ask = e.target.closest("[data-ask]");
    if (ask) {
      put(ask.dataset.ask, "ask", ask.dataset.question);
      if (ask.dataset.follows) follow(ask.dataset.follows);
    }
    const to = e.target.closest("[data-move-to]");
    if (to) choose(to.dataset.moveTo);
  });

  // A question that picks up an open thread follows the turn it was heard in, also one of an earlier conversation.
  const follow = (turn) => {
    let radio = picks().find((p) => p.name === "follows" && p.value === turn);
    if (!radio) {
      radio = Object.assign(document.createElement("input"), { type: "radio", name: "follows", value: turn, className: "vh" });
      document.getElementById("followable").append(radio);
    }
    radio.checked = true;
  };

  // The answers, the opening and the suggestions arrive out of band; what was chosen meanwhile stays chosen.
  let chosen = [];
  const picks = () => [...form.querySelectorAll("#answers input, #followable input, #fitting input")];
  document.addEventListener("htmx:oobBeforeSwap", (e) => {
    if (e.detail.target.matches?.("#answers, #followable, #fitting")) chosen = [...chosen, ...picks().filter((p) => p.checked).map((p) => p.value)];
  });
  document.addEventListener("htmx:oobAfterSwap", () => {
    const known = moves().find((m) => m.value === form.dataset.move && m.dataset.locked === undefined) ?? moves()[0];
    known.checked = true;
    show();
  });
  document.addEventListener("htmx:afterSettle", () => {
    for (const p of picks()) if (chosen.includes(p.value) && box.value.trim()) p.checked = true;
    chosen = [];
  });

  // Another tab, another person: their turns are fetched while the page is looked at.
  const poll = async () => {
    if (document.hidden || outbox.waiting.length) return;
    await htmx.ajax("GET", form.action, { source: dialogue, target: "#turns", swap: "beforeend", values: { after: last() } });
  };
  const look = () => poll().catch(() => {});
  setInterval(look, 5000);
  document.addEventListener("visibilitychange", look);
  news.addEventListener("message", look);

  function scrollToEnd() {
    scrollTo({ top: document.documentElement.scrollHeight });
  }

  show();
  keyOf(draftName).then(async (key) => {
    localStorage.removeItem(draftKey);
    draftKey = key;
    const before = box.value ? null : await left(draftName);
    if (before?.text && !box.value) put(before.text, before.move, before.question);
    else box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  if (!location.hash) scrollToEnd();
  if (!touch.matches && !document.getElementById("summary")) box.focus({ preventScroll: true });
}

// From a turn that has the focus (j and k, or Alt and an arrow from the box), one key each; Escape leads back to the box.
document.addEventListener("keydown", (e) => {
  const box = form?.querySelector("textarea[name=text]");
  if (e.altKey && e.key === "ArrowUp" && e.target === box) {
    e.preventDefault();
    [...document.querySelectorAll("#turns li.turn")].at(-1)?.querySelector("a.no")?.focus();
    return;
  }
  const turn = e.target.closest?.("#turns li.turn");
  if (!turn || e.ctrlKey || e.metaKey || e.altKey || document.documentElement.dataset.keys === "off") return;
  if (e.key === "Escape" && box) box.focus();
  const deed = turn.querySelector(`[data-turn-key="${CSS.escape(e.key)}"]`);
  if (!deed) return;
  e.preventDefault();
  e.stopImmediatePropagation();
  atHand = turn.id;
  deed.click();
}, true);
// The turn that was marked replaces itself; whoever was there stays there.
let atHand = "";
document.addEventListener("htmx:afterSettle", () => {
  if (atHand && document.activeElement === document.body) document.getElementById(atHand)?.querySelector("a.no")?.focus();
  atHand = "";
});

document.addEventListener("click", (e) => {
  const more = e.target.closest("[data-more]");
  if (!more) return;
  for (const hidden of more.closest("fieldset").querySelectorAll("label[hidden]")) hidden.hidden = false;
  more.remove();
});

for (const tab of document.querySelectorAll(".talk-tabs [data-view]")) {
  tab.addEventListener("click", () => {
    talk.dataset.view = tab.dataset.view;
    for (const other of document.querySelectorAll(".talk-tabs [data-view]")) other.setAttribute("aria-selected", String(other === tab));
  });
}

// Closing and sorting: one key each, while no text field has the focus. The step's keys come before those of the shell ("g", "h").
const typing = (t) => t.closest("input:not([type=radio], [type=checkbox]), textarea, select");
const press = (scope) => (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || document.querySelector("dialog[open]")) return;
  for (const key of document.querySelectorAll(scope + " kbd")) {
    if (key.textContent !== e.key || !key.checkVisibility()) continue;
    e.preventDefault();
    e.stopImmediatePropagation();
    (key.closest("label")?.querySelector("input") ?? key.closest("button")).click();
    return;
  }
};
if (document.querySelector(".closing")) document.addEventListener("keydown", press(".closing .choice"), true);
if (document.querySelector("[data-jot]")) document.addEventListener("keydown", press(".prop.now"), true);
