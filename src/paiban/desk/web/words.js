// Words edited in place: a sheet at the line, the page set anew at every key, the file written when it is closed.
// While an input method composes nothing is sent.

import { make } from "./dom.js";
import { pressed } from "./keys.js";
import { fitWords, said, say } from "./say.js";
import { Latest } from "./wire.js";

/** What a piece of copy is called by the key that it stands under. @type {Record<string, string>} */
const PARTS = { headline: "p_headline", deck: "p_deck", kicker: "p_kicker", body: "p_body", caption: "p_caption", byline: "p_byline", credit: "p_credit" };

/** What is typed and not written is kept under a name of its own, which is locked while a page has it open. */
const DRAFTS = "paiban.unwritten.";

/** What a line that is a cross-head begins with. */
const CROSSHEAD = "## ";

/** The marks of a stretch, each with its key and its name. */
export const MARKS = { b: ["**", "bold"], e: ["^^", "dots"], u: ["__", "name"], k: ["~~", "booktitle"] };

export class Words {
  /** @param {import("./view.js").View} view @param {any} desk */
  constructor(view, desk) {
    this.view = view;
    this.desk = desk;
    this.sheet = null;
  }

  get open() {
    return this.sheet !== null;
  }

  /** Whether a paragraph of a text is open. */
  get isBody() {
    return (this.piece.key ?? this.piece.at?.at(-1)) === "body";
  }

  /** Edit the piece of copy of a line, a paragraph of a text or `whole`. @param {any} block @param {any} line */
  async edit(block, line, whole = false) {
    const asked = (this.asked = {});
    await this.close(true);
    await this.desk.hands.settle();
    const piece = await this.desk.ask("piece", { line: block.first - 1 + line.at[0], column: line.at[1], whole });
    if (!piece.at || this.asked !== asked || this.sheet) return; // another line was asked for meanwhile
    this.begin(block, piece);
  }

  /** Write copy that a block has not yet, under its key. @param {any} block @param {string} key */
  async write(block, key) {
    const asked = (this.asked = {});
    await this.close(true);
    await this.desk.hands.settle();
    const piece = await this.desk.ask("piece", { id: block.id, key });
    if (piece.at && this.asked === asked && !this.sheet) this.begin(block, piece);
  }

  begin(block, piece, draft = DRAFTS + crypto.randomUUID()) {
    if (draft !== this.draft) {
      this.free?.();
      navigator.locks.request(draft, () => new Promise((free) => (this.free = () => free(null))));
    }
    this.draft = draft;
    this.piece = piece;
    this.block = block;
    this.preview = new Latest((words) => this.typed(words), (answer) => this.shown(answer));
    this.build();
  }

  /** Open what was typed and never written, as it was left: the browser went, or the desk did. What another page of the browser is
   * writing is its own. */
  async restore() {
    const held = new Set((await navigator.locks.query()).held?.map(({ name }) => name));
    const left = Object.keys(localStorage).find((name) => name.startsWith(DRAFTS) && !held.has(name) && this.blockOf(name));
    if (left && !this.sheet) this.reopen(left);
  }

  /** The block that a draft is of. @param {string} draft */
  blockOf(draft) {
    const left = JSON.parse(localStorage.getItem(draft) ?? "null");
    return left && this.view.pages.flatMap((page) => page.blocks).find((each) => each.id === left.block);
  }

  /** Open a draft as it was left. @param {string} draft */
  reopen(draft) {
    const left = JSON.parse(localStorage.getItem(draft));
    this.begin(this.blockOf(draft) ?? this.block, left, draft);
    this.field.value = left.now;
    this.input({});
  }

  build() {
    const sheet = document.createElement("div");
    sheet.id = "words";
    sheet.setAttribute("role", "dialog");
    sheet.setAttribute("aria-label", `${say("edit")} ${this.block.name}`);
    const head = document.createElement("h2");
    const part = PARTS[this.piece.key ?? this.piece.at?.filter((step) => typeof step === "string").at(-1)];
    head.append(this.block.name, part ? make("span", { className: "part" }, say(part)) : "");
    const field = document.createElement("textarea");
    field.value = this.piece.words;
    field.setAttribute("aria-label", this.block.name);
    field.spellcheck = false;
    const row = document.createElement("div");
    row.className = "row";
    this.count = document.createElement("output");
    row.append(this.button(say("save"), "Ctrl ↵", () => this.close(true)), this.button(say("cancel"), "Esc", () => this.close(false)));
    const marks = make("div", { className: "row marks" }, ...Object.entries(MARKS).map(([key, [sign, name]]) => this.button(say(name), `Ctrl ${key.toUpperCase()}`, () => this.mark(sign))));
    if (this.isBody) marks.append(this.button(say("crosshead"), "Ctrl H", () => this.crosshead()));
    sheet.append(head, this.count, field, marks, row);
    document.body.append(sheet);
    this.sheet = sheet;
    this.field = field;
    field.oninput = (event) => this.input(event);
    field.addEventListener("compositionend", () => this.input({}));
    field.onpaste = (event) => this.paste(event);
    sheet.onkeydown = (event) => this.key(event);
    field.onselect = () => this.tell(this.fit);
    this.grow();
    field.focus();
    field.setSelectionRange(this.units(this.piece.index), this.units(this.piece.index));
    this.judge(this.desk.message);
    this.outline();
  }

  /** The lines on the page that the piece is set in. */
  outline() {
    const block = this.view.block(this.block.id);
    if (block && !this.piece.key) this.view.outline(block, this.piece.line - block.first + 1, this.field.value.split("\n").length);
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 4}px`;
  }

  /** Code points of the server as the units that a text field counts in. */
  units(points) {
    return [...this.piece.words].slice(0, points).join("").length;
  }

  button(words, key, act) {
    const button = document.createElement("button");
    const sign = document.createElement("kbd");
    sign.textContent = key;
    button.append(words, " ", sign);
    button.onclick = act;
    return button;
  }

  key(event) {
    if (event.isComposing) return;
    const name = pressed(event);
    if (name === "Escape") this.close(false);
    else if (name === "Ctrl Enter" || name === "Ctrl s") this.close(true);
    else if (name === "Ctrl h" && this.isBody) this.crosshead();
    else if (name.startsWith("Ctrl ") && MARKS[name.slice(5)]) this.mark(MARKS[name.slice(5)][0]);
    else return;
    event.stopPropagation();
    event.preventDefault();
  }

  /** Put marks around what is chosen; where they stand already they go. @param {string} sign */
  mark(sign) {
    const { selectionStart: start, selectionEnd: end, value } = this.field;
    const [wide, long] = [sign.length, value.slice(start, end)];
    const outside = value.slice(start - wide, start) === sign && value.slice(end, end + wide) === sign;
    const inside = long.length >= 2 * wide && long.startsWith(sign) && long.endsWith(sign);
    if (outside) this.put(long, start - wide, end + wide);
    else this.put(inside ? long.slice(wide, -wide) : sign + long + sign, start, end);
    const from = outside ? start - wide : inside ? start : start + wide;
    this.field.setSelectionRange(from, from + long.length - (inside && !outside ? 2 * wide : 0));
  }

  /** Copy that comes as a web page alone, with no plain words beside it, comes as its words, each of its paragraphs on a line. */
  paste(event) {
    const page = event.clipboardData.getData("text/html");
    if (!page || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    const { body } = new DOMParser().parseFromString(page, "text/html");
    for (const each of body.querySelectorAll("style, script")) each.remove();
    for (const each of body.querySelectorAll("br, p, div, li, tr, h1, h2, h3, h4, h5, h6, blockquote")) each.after("\u2029");
    const lines = body.textContent.split("\u2029");
    this.put(lines.map((line) => line.replace(/[\t\n\r ]+/g, " ").trim()).filter(Boolean).join("\n"), this.field.selectionStart, this.field.selectionEnd);
  }

  /** Put words in the place of others as typing does: the field's own undo takes them back. */
  put(words, start, end) {
    this.field.focus();
    this.field.setSelectionRange(start, end);
    if (words || start < end) document.execCommand(words ? "insertText" : "delete", false, words);
  }

  /** A cross-head (小标题) above the line of the caret, to be typed; a line that is one becomes copy again. */
  crosshead() {
    const { selectionStart, value } = this.field;
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const is = value.startsWith(CROSSHEAD, start);
    if (is) this.put("", start, start + CROSSHEAD.length);
    else this.put(/^(\n|$)/.test(value.slice(start)) ? CROSSHEAD : `${CROSSHEAD}\n`, start, start);
    const caret = is ? Math.max(start, selectionStart - CROSSHEAD.length) : start + CROSSHEAD.length;
    this.field.setSelectionRange(caret, caret);
  }

  input(event) {
    if (event.isComposing) return;
    this.grow();
    this.tell(this.fit);
    localStorage.setItem(this.draft, JSON.stringify({ ...this.piece, block: this.block.id, now: this.field.value }));
    this.preview.ask(this.field.value);
  }

  /** The file has changed below what is being typed. */
  again() {
    this.preview.ask(this.field.value);
  }

  get change() {
    return { do: "words", id: this.block.id, at: this.piece.at, key: this.piece.key, start: this.piece.start, was: this.piece.words, revision: this.piece.revision };
  }

  typed(words) {
    return this.desk.ask("typed", { ...this.change, words });
  }

  /** The page with the words as they are typed. */
  shown(answer) {
    if (!this.sheet || !answer.preview) return;
    this.view.take(answer.preview, true).then(() => this.sheet && this.outline());
    this.judge(answer.preview);
  }

  /** What a state of the page says of the copy. */
  judge({ pages, findings }) {
    const block = pages.flatMap((page) => page.blocks).find((each) => each.id === this.block.id);
    this.wrong = block?.place && !block.set ? findings.find((found) => found.severity === "error" && found.block === block.id) : null;
    this.tell(block?.fit);
  }

  /** How the copy fits, or why it cannot be set. */
  tell(fit) {
    const told = this.wrong ? { kind: "over", words: said(this.wrong.message) } : fitWords(fit, "cut", "fill");
    this.count.className = `fit ${told.kind}`;
    const length = (words) => [...words.replace(/\s/g, "")].length;
    const { selectionStart: start, selectionEnd: end, value } = this.field;
    const selected = start < end ? say("selected", { characters: length(value.slice(start, end)) }) : "";
    this.count.textContent = [say("chars", { characters: length(value) }), selected, told.words].filter(Boolean).join(" · ");
    this.fit = fit;
  }

  /** Close the sheet, and write what was typed. @param {boolean} write */
  async close(write) {
    if (!this.sheet) return;
    const { sheet, draft } = this;
    const words = this.field.value;
    this.sheet = null;
    this.preview.drop();
    sheet.remove();
    this.view.layers.get("editing").replaceChildren();
    this.view.stage.focus({ preventScroll: true });
    if (write && words !== this.piece.words) {
      const answer = await this.desk.edit({ ...this.change, words });
      if (!answer.done && !answer.settled) {
        if (!this.sheet) this.reopen(draft);
        return;
      }
    }
    localStorage.removeItem(draft);
    if (!this.sheet) this.free?.();
    if (!write) this.desk.again();
    this.desk.closed();
  }
}
