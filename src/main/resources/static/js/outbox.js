// Turns on their way: each is kept on this device with an id of its own until the server has acknowledged it, and they are sent in
// order. The server takes the same id twice as one turn, so that sending again is always safe. Each item has an entry of its own: two
// tabs that wrote one list would overwrite each other's.
export class Outbox {
  #name;
  #send;
  #changed;
  #busy = false;
  #latest = 0;

  /**
   * @param name where it is kept on this device
   * @param send sends one item; resolves to "done", "refused" (the item is taken out and handed back) or "later"
   * @param changed called with what waits and, after a refusal, the refused item
   */
  constructor(name, send, changed) {
    this.#name = "attune:outbox:" + name + ":";
    this.#send = send;
    this.#changed = changed;
    addEventListener("online", () => this.pump());
    addEventListener("focus", () => this.pump());
    setInterval(() => this.pump(), 10_000);
    this.pump();
  }

  get waiting() {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(this.#name))
      .map((key) => JSON.parse(localStorage.getItem(key)))
      .filter(Boolean)
      .sort((a, b) => a.at - b.at);
  }

  put(item) {
    this.#latest = Math.max(Date.now(), this.#latest + 1);
    localStorage.setItem(this.#name + item.id, JSON.stringify({ ...item, at: this.#latest }));
    this.#changed(this.waiting);
    return this.pump();
  }

  async pump() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.waiting[0]; next; next = this.waiting[0]) {
        const answer = await this.#send(next);
        if (answer === "later") break;
        localStorage.removeItem(this.#name + next.id);
        this.#changed(this.waiting, answer === "refused" ? next : undefined);
      }
    } finally {
      this.#busy = false;
    }
  }
}

/** A version-7 UUID (RFC 9562): 48 bits of time, then chance. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let i = 5; i >= 0; i--) {
    bytes[i] = now % 256;
    now = Math.floor(now / 256);
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
