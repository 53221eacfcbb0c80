// The one socket. What the server tells comes to listeners; what is asked comes back as a promise.

const RETRY = [200, 500, 1000, 2000];

export class Wire {
  /** @param {string} key */
  constructor(key) {
    this.key = key;
    this.number = 0;
    this.tries = 0;
    /** @type {Map<number, (answer: any) => void>} */
    this.waiting = new Map();
    /** @type {Record<string, (message: any) => void>} */
    this.on = {};
    this.open();
  }

  open() {
    const socket = new WebSocket(`ws://${location.host}/socket`);
    this.socket = socket;
    socket.onopen = () => {
      socket.send(JSON.stringify({ key: this.key }));
      this.on.open?.({});
    };
    socket.onmessage = (event) => {
      this.tries = 0; // our key is the desk's
      this.take(JSON.parse(event.data));
    };
    socket.onclose = () => {
      for (const answer of this.waiting.values()) answer({ lost: true });
      this.waiting.clear();
      this.tell();
      this.on.lost?.({});
      if (this.tries) this.look(); // not at once: a page that is left loses its socket too
      setTimeout(() => this.open(), RETRY[Math.min(this.tries++, RETRY.length - 1)]);
    };
  }

  /** Whoever answers may be another desk than the one that this page is of: each has a key of its own. */
  async look() {
    const told = await fetch("/").catch(() => null);
    if (told?.status === 403) this.on.shut?.({});
    else if (told?.ok && !(await told.text()).includes(this.key)) this.on.anew?.({});
  }

  /** @param {any} message */
  take(message) {
    if (message.type !== "answer") {
      this.on[message.type]?.(message);
      return;
    }
    const answer = this.waiting.get(message.n);
    this.waiting.delete(message.n);
    if (message.fault) this.on.fault?.(message);
    answer?.(message);
    this.tell();
  }

  /** Whether an answer is being waited for is told to whoever reads the page by other means than eyes. */
  tell() {
    document.body.setAttribute("aria-busy", String(this.waiting.size > 0));
  }

  /** @param {string} what @param {Record<string, unknown>} [data] @returns {Promise<any>} */
  ask(what, data = {}) {
    const n = ++this.number;
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.resolve({ lost: true });
    this.socket.send(JSON.stringify({ ask: what, n, ...data }));
    return new Promise((resolve) => {
      this.waiting.set(n, resolve);
      this.tell();
    });
  }
}

/** Asks one question at a time: while one is out only the newest of those that follow is kept. */
export class Latest {
  /** @param {(question: any) => Promise<any>} ask @param {(answer: any, question: any) => void} take */
  constructor(ask, take) {
    this.asking = ask;
    this.take = take;
    this.out = false;
    this.next = null;
  }

  /** @param {any} question */
  async ask(question) {
    this.next = question;
    if (this.out) return;
    this.out = true;
    while (this.next !== null) {
      const asked = this.next;
      this.next = null;
      const answer = await this.asking(asked);
      this.out = this.next !== null;
      if (!this.dropped) this.take(answer, asked);
    }
  }

  drop() {
    this.next = null;
    this.dropped = true;
  }
}
