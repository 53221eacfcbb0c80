// What is said beside the text: notes pinned to a line, named versions, pages signed off, and what has changed since.

import { at, fill, make } from "./dom.js";
import { pressed } from "./keys.js";
import { moment, say } from "./say.js";

const QUOTE = 16; // characters of a line by which a note finds it again


export class Marks {
  /** @param {import("./view.js").View} view @param {any} desk */
  constructor(view, desk) {
    this.view = view;
    this.desk = desk;
    this.said = { notes: [], versions: [], signs: {} };
    this.since = "";
    document.addEventListener("drawn", () => this.pins());
  }

  /** @param {any} said */
  show(said) {
    const told = JSON.stringify([said, this.view.number]);
    if (told !== this.told) {
      this.told = told;
      this.said = said;
      this.list();
      this.versions();
      this.sign();
    }
    this.pins();
  }

  /** Begin a note at the line that was clicked last, else at the block's head. */
  begin(block, line) {
    const section = at("noting");
    if (section.querySelector("textarea")?.value) {
      section.querySelector("textarea").focus(); // one that is being written is written first
      return;
    }
    const quote = (line?.words ?? block.name).slice(0, QUOTE);
    const field = make("textarea", { id: "note", rows: 3, placeholder: say("note") });
    field.setAttribute("aria-label", say("note"));
    const close = () => {
      const inside = section.contains(document.activeElement); // who types elsewhere by now is not taken away from there
      section.replaceChildren();
      if (inside) this.view.stage.focus({ preventScroll: true });
    };
    const write = async () => {
      const words = field.value;
      const answer = await this.desk.change("say", { what: "note", words, block: block.id, quote });
      if (answer.done) close();
    };
    field.onkeydown = (event) => {
      if (event.isComposing) return;
      const name = pressed(event);
      if (name === "Escape") close();
      else if (name === "Ctrl Enter" || name === "Ctrl s") write();
      else return;
      event.stopPropagation();
      event.preventDefault();
    };
    section.replaceChildren(make("div", { className: "note" }, make("p", {}, line ? `${block.name} · ${quote}` : block.name), field,
      make("div", { className: "row" }, make("button", { id: "note-write", onclick: write }, say("save"), " ", make("kbd", {}, "Ctrl ↵")), make("button", { onclick: close }, say("cancel"), " ", make("kbd", {}, "Esc")))));
    field.focus();
  }

  list() {
    const typed = new Map([...at("notes").querySelectorAll("input")].map((field) => [field.dataset.note, [field.value, field === document.activeElement]]));
    const notes = this.said.notes.map((note, index) => this.note(note, index));
    at("notes").replaceChildren(...(notes.length ? [make("h2", {}, `${say("notes")} ${notes.length}`), ...notes] : []));
    for (const field of at("notes").querySelectorAll("input")) {
      const before = typed.get(field.dataset.note);
      if (before) field.value = before[0]; // what somebody else says takes nothing away that is being typed
      if (before?.[1]) field.focus();
    }
  }

  note(note, index) {
    const told = ({ words, who, time: when }) => make("p", {}, `${words} `, make("span", { className: "where" }, `${who} ${moment(when)}`));
    const answer = make("input", { type: "text", placeholder: say("answer") });
    answer.setAttribute("aria-label", say("answer"));
    answer.onkeydown = (event) => {
      if (event.key !== "Enter" || event.isComposing || !answer.value) return;
      this.desk.change("say", { what: "answer", of: note.id, words: answer.value });
      answer.value = "";
    };
    answer.dataset.note = note.id;
    return make("div", { className: "note" },
      make("button", { onclick: () => this.go(note) }, make("b", { className: "number" }, String(index + 1)), note.quote),
      told(note), ...note.answers.map(told), answer,
      make("div", { className: "row" }, make("button", { className: "resolve", onclick: () => this.desk.change("say", { what: "resolve", of: note.id }) }, say("resolve"))));
  }

  go(note) {
    const page = this.view.pages.find((each) => each.blocks.some((block) => block.id === note.block));
    if (page && page.number !== this.view.number && !this.block(note)) this.desk.turn(page.number);
    this.desk.hands.choose(this.block(note)?.id ?? note.block);
    const place = this.place(note);
    if (place) this.view.reveal(place);
  }

  /** The line that a note quotes. */
  line(note, block) {
    return note.quote && this.view.lines(block).find((each) => each.words.startsWith(note.quote));
  }

  /** The block of a note: the one of its id; where that does not say what is quoted, another of the page that does, since ids
   * that the program makes up go to others when a block comes or goes before them. */
  block(note) {
    const own = this.view.block(note.block);
    const says = (block) => note.quote && (this.line(note, block) || block.name.startsWith(note.quote));
    return own && says(own) ? own : this.view.page.blocks.find(says) ?? own;
  }

  /** Where a note is pinned: the line that it quotes, else its block's head; nothing where the block is not on the page. */
  place(note) {
    const block = this.block(note);
    if (!block?.place) return null;
    const line = this.line(note, block);
    return line ? this.view.lineBox(line) : this.view.rect(block.place);
  }

  pins() {
    for (const old of this.view.paper.querySelectorAll(".pin")) old.remove();
    for (const [index, note] of this.said.notes.entries()) {
      const place = this.place(note);
      if (!place) continue;
      const pin = make("button", { className: "pin", title: `${note.who}：${note.words}`, onclick: () => at("notes").children[index + 1]?.scrollIntoView({ block: "center" }) }, String(index + 1));
      pin.style.left = `${place[0] * this.view.real}px`;
      pin.style.top = `${place[1] * this.view.real}px`;
      this.view.paper.append(pin);
    }
    const changed = this.since ? this.said.versions.find((each) => each.id === this.since)?.changed ?? [] : [];
    const blocks = changed.map((id) => this.view.block(id)).filter((block) => block?.place);
    this.view.layers.get("since").replaceChildren(...blocks.map((block) => this.view.box("since", this.view.rect(block.place))));
  }

  /** Versions by name; one is made, looked at for what has changed since, or gone back to. */
  versions() {
    const name = at("version-name") ?? make("input", { type: "text", id: "version-name", placeholder: say("versionname") });
    name.setAttribute("aria-label", say("versionname"));
    const keep = async () => {
      if (name.value && (await this.desk.change("say", { what: "version", words: name.value })).done) name.value = "";
    };
    name.onkeydown = (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter") keep();
      else if (event.key === "Escape") this.desk.versions();
    };
    const list = [...this.said.versions].reverse().map((version) => make("li", { className: "version" },
      this.version(version),
      make("button", { className: "back", onclick: () => this.desk.change("version", { of: version.id }) }, say("back"))));
    fill(at("versions"), make("h2", {}, say("versions")), name, make("div", { className: "row" }, make("button", { id: "version-keep", onclick: keep }, say("keepversion"))), make("ul", {}, ...list));
  }

  /** The name of a version is asked for. */
  name() {
    at("versions").scrollIntoView();
    at("version-name").focus({ preventScroll: true });
  }

  /** One of them: pointed at it lies over the page, a click outlines what has changed since. */
  version(version) {
    const count = version.changed.filter(Boolean).length; // what is of no block is the page's own: its head, its rules
    const told = count ? say(version.tried ? "differs" : "changed", { count }) : say(version.changed.length ? "changedpage" : "unchanged");
    const peek = () => this.desk.peek(version.id);
    const button = make("button", { title: say("since"), onclick: () => this.compare(version), onpointerenter: peek, onfocus: peek,
      onpointerleave: () => this.desk.peek(""), onblur: () => this.desk.peek("") },
    version.tried ? make("span", { className: "tried" }, say("tried")) : null, version.words,
    make("span", { className: "where" }, `${version.who} ${moment(version.time)} · ${told}`));
    return button;
  }

  compare(version) {
    this.since = this.since === version.id ? "" : version.id;
    this.desk.peek(""); // it would hide what is outlined
    this.pins();
  }

  /** Whether the page that is shown is signed off, by whom, and whether it has changed since. */
  sign() {
    const sign = this.view.page && this.said.signs[this.view.page.number];
    const told = at("signed");
    told.className = sign ? (sign.changed.length ? "over" : "good") : "";
    told.textContent = sign ? say(sign.changed.length ? "signedchanged" : "signed", { who: sign.who, time: moment(sign.time), count: sign.changed.length }) : "";
  }
}
