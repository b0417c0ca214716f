// Which of a person's tabs this is. What is typed is kept for each tab by itself, so that two that look at the same page do not
// overwrite each other's words; what a tab left behind that is no longer there goes to the next one that asks.
const ID = "attune:tab";
const PATIENCE = 250;                                     // milliseconds in which every other tab has answered
const fresh = () => crypto.getRandomValues(new Uint32Array(2)).join("-");
let mine = sessionStorage.getItem(ID) ?? fresh();
let settled = false;
let taken = false;
const others = new Set();
let channel;
const listen = () => {
  channel = new BroadcastChannel("attune:tabs");
  channel.addEventListener("message", ({ data }) => {
    if (data.who) channel.postMessage({ here: mine, settled });
    if (!data.here) return;
    if (data.here !== mine) others.add(data.here);
    else if (data.settled && !settled) taken = true;      // a copy of a tab brings the name of the first along
  });
};
listen();
// A page that makes way for the next one in this tab no longer answers for it.
addEventListener("pagehide", () => channel.close());
addEventListener("pageshow", (e) => e.persisted && listen());

/** The name of this tab and of those beside it, once they had time to say theirs. */
const tabs = (async () => {
  channel.postMessage({ who: true });
  await new Promise((done) => setTimeout(done, PATIENCE));
  if (taken) {
    others.add(mine);
    mine = fresh();
  }
  settled = true;
  sessionStorage.setItem(ID, mine);
  return { mine, others };
})();

/** Where something is kept until this tab knows its name; the next one finds it there. */
export const nobodys = (name) => name + ":" + fresh();

/** Under which key this tab keeps something. */
export const keyOf = async (name) => name + ":" + (await tabs).mine;

/** What was kept under this name, with the time as "at": by this tab or else, the newest first, by one that is gone. */
export async function left(name) {
  const key = await keyOf(name);
  const { others: there } = await tabs;
  const gone = Object.keys(localStorage)
    .filter((other) => other.startsWith(name + ":") && !there.has(other.slice(name.length + 1)))
    .sort((a, b) => (b === key) - (a === key) || read(b).at - read(a).at);
  if (!gone.length) return null;
  const kept = read(gone[0]);
  localStorage.removeItem(gone[0]);
  localStorage.setItem(key, JSON.stringify(kept));
  return kept;
}
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}
