// Find and replace in all the copy of the issue. What is found is listed with what stands around it; one key goes from place
// to place on the page; what is replaced is one step, which undo takes back whole.

import { at, fill, make } from "./dom.js";
import { pressed } from "./keys.js";
import { say } from "./say.js";

const WAIT = 120; // ms after a key before it is looked for

export class Search {
  /** @param {import("./view.js").View} view @param {any} desk */
  constructor(view, desk) {
    this.view = view;
    this.desk = desk;
    this.section = at("find");
    this.matches = [];
    this.revision = "";
    this.at = -1;
  }

  open() {
    if (this.section.hidden) this.build();
    this.section.hidden = false;
    this.section.scrollIntoView();
    this.words.select();
    this.words.focus();
  }

  build() {
    const field = (name) => {
      const made = make("input", { type: "text", id: `find-${name}`, placeholder: say(name), spellcheck: false });
      made.setAttribute("aria-label", say(name));
      made.onkeydown = (event) => this.key(event);
      return made;
    };
    this.words = field("find");
    this.by = field("replace");
    this.words.oninput = () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.look(), WAIT);
    };
    this.list = make("ul");
    this.count = make("output");
    this.section.replaceChildren(
      make("h2", {}, say("find")), this.words, this.by,
      make("div", { className: "row" }, this.count,
        make("button", { id: "find-one", onclick: () => this.replace([this.at]) }, say("replaceone")),
        make("button", { id: "find-all", onclick: () => this.replace(null) }, say("replaceall")),
        make("button", { onclick: () => this.close() }, say("close"))),
      this.list);
  }

  key(event) {
    if (event.isComposing) return;
    const name = pressed(event);
    if (name === "Escape") this.close();
    else if (name === "Ctrl Enter") this.replace(null);
    else if (name === "Enter") this.go(this.at + 1);
    else if (name === "Shift Enter") this.go(this.at - 1);
    else return;
    event.stopPropagation();
    event.preventDefault();
  }

  /** Look again: other words, or another page. */
  async look() {
    if (this.section.hidden) return;
    const words = this.words.value;
    const answer = await this.desk.ask("find", { words });
    if (!answer.matches || words !== this.words.value) return;
    [this.matches, this.revision] = [answer.matches, answer.revision];
    this.at = Math.min(this.at, this.matches.length - 1);
    this.count.textContent = words ? say("places", { count: this.matches.length }) : "";
    fill(this.list, ...this.matches.map((match, index) => this.item(match, index)));
    this.mark();
  }

  item(match, index) {
    const button = make("button", { onclick: () => this.go(index) },
      match.before, make("mark", {}, match.words), match.after, make("span", { className: "where" }, `${match.page} · ${match.line}`));
    return make("li", {}, button);
  }

  /** Go to a match, on whichever page it stands. */
  go(index) {
    if (!this.matches.length) return;
    this.at = (index + this.matches.length) % this.matches.length;
    const match = this.matches[this.at];
    if (match.page !== this.view.number) this.desk.turn(match.page);
    const block = this.view.block(match.block);
    if (block?.place) this.view.reveal(this.view.rect(block.place));
    this.desk.showLine(match.line);
    this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
    this.mark();
  }

  /** Outline the line that the match stands in. */
  mark() {
    for (const [index, item] of [...this.list.children].entries()) item.classList.toggle("here", index === this.at);
    const match = this.matches[this.at];
    const block = match && match.page === this.view.number && this.view.block(match.block);
    const line = block && this.view.lineOf(block, match.line - block.first + 1, match.column);
    this.view.layers.get("found").replaceChildren(...(line ? [this.view.box("found", this.view.lineBox(line))] : []));
  }

  async replace(only) {
    if (!this.matches.length || (only && only[0] < 0)) {
      this.go(0);
      return;
    }
    await this.desk.change("replace", { words: this.words.value, by: this.by.value, only, revision: this.revision });
  }

  close() {
    this.section.hidden = true;
    this.view.layers.get("found").replaceChildren();
    (/** @type {HTMLElement | null} */ (document.querySelector("#words textarea")) ?? this.view.stage).focus({ preventScroll: true });
  }
}
